"""A mailbox behind true IMAP (RFC 9051) on a loopback socket: as much of it as a reader of mail needs."""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import dataclass, field
from socketserver import StreamRequestHandler, ThreadingTCPServer
from threading import Thread

USER, PASSWORD = "desk@liuyin.example.cn", "p ss"
COMMAND = re.compile(rb"(\S+) (UID )?(\S+) ?(.*?)\r\n", re.S)


@dataclass
class Mailbox:
    """What lies in it; `validity` changes when a server numbers anew, `breaks_at` ends the line at that command."""

    mails: dict[int, bytes] = field(default_factory=dict)
    flags: dict[int, set[str]] = field(default_factory=dict)
    validity: int = 1
    breaks_at: bytes = b""
    heard: list[str] = field(default_factory=list)

    def put(self, raw: bytes) -> int:
        number = max(self.mails, default=0) + 1
        self.mails[number] = raw
        return number


class _Session(StreamRequestHandler):
    def handle(self) -> None:
        self.say(b"* OK ready")
        while line := self.rfile.readline():
            tag, _, verb, given = COMMAND.fullmatch(line).groups()
            box: Mailbox = self.server.box
            box.heard.append(f"{verb.decode()} {given.decode()}" if verb != b"LOGIN" else "LOGIN")
            if verb == box.breaks_at:
                return
            answer = getattr(self, f"on_{verb.decode().lower()}")(box, given)
            self.say(tag + b" " + (answer or b"OK done"))

    def say(self, line: bytes) -> None:
        self.wfile.write(line + b"\r\n")

    def on_capability(self, box, given):
        self.say(b"* CAPABILITY IMAP4rev1")

    def on_login(self, box, given):
        right = given == f'{USER} "{PASSWORD}"'.encode()
        return None if right else b"NO [AUTHENTICATIONFAILED] wrong"

    def on_select(self, box, given):
        self.say(f"* {len(box.mails)} EXISTS".encode())
        self.say(f"* OK [UIDVALIDITY {box.validity}] UIDs valid".encode())
        return b"OK [READ-WRITE] done"

    def on_search(self, box, given):
        first = int(re.match(rb"UID (\d+):\*", given)[1])
        newest = max(box.mails, default=0)
        found = [each for each in box.mails if each >= first or each == newest]  # `*` is the newest one, always
        self.say(b"* SEARCH " + b" ".join(str(each).encode() for each in found))

    def on_fetch(self, box, given):
        number = int(given.split()[0])
        raw = box.mails[number]
        if b"SIZE" in given:
            self.say(f"* 1 FETCH (UID {number} RFC822.SIZE {len(raw)})".encode())
            return
        part = raw if b"BODY.PEEK[]" in given else raw.partition(b"\r\n\r\n")[0] + b"\r\n\r\n"
        name = b"BODY[]" if b"BODY.PEEK[]" in given else b"BODY[HEADER]"
        self.wfile.write(f"* 1 FETCH (UID {number} {name.decode()} {{{len(part)}}}\r\n".encode() + part)
        self.say(b")")

    def on_store(self, box, given):
        number, flag = re.match(rb"(\d+) \+FLAGS.SILENT \(\\(\w+)\)", given).groups()
        box.flags.setdefault(int(number), set()).add(flag.decode())

    def on_logout(self, box, given):
        self.say(b"* BYE")


class _Server(ThreadingTCPServer):
    daemon_threads = allow_reuse_address = True


@contextmanager
def serving(box: Mailbox):
    """The port that the mailbox answers on."""
    server = _Server(("127.0.0.1", 0), _Session)
    server.box = box
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server.server_address[1]
    server.shutdown()
    thread.join()
    server.server_close()
