"""Looks through a town's tables and outbox for anything lost, doubled, unnumbered or half written."""

from __future__ import annotations

import json
from collections import Counter

from tests.faults.town import Town

HALVES = {
    "a matter whose history does not add up to its version and state": """
        SELECT number FROM matters_matter AS matter
        WHERE version <> (SELECT count(*) FROM matters_event WHERE matter_id = matter.id)
           OR 1 <> (SELECT count(*) FROM matters_event WHERE matter_id = matter.id AND source = '')
           OR state <> (SELECT target FROM matters_event WHERE matter_id = matter.id ORDER BY version DESC LIMIT 1)""",
    "a request without its own row, its words or its clocks": """
        SELECT number FROM matters_matter AS matter WHERE kind = 'request' AND NOT (
            EXISTS (SELECT FROM requests_request WHERE matter_id = matter.id)
            AND EXISTS (SELECT FROM matters_searchrow WHERE matter_id = matter.id)
            AND EXISTS (SELECT FROM matters_text AS said JOIN vault_value ON vault_value.id = said.sealed
                        WHERE matter_id = matter.id)
            AND EXISTS (SELECT FROM matters_clock WHERE matter_id = matter.id))""",
    "a dispatched request without exactly one assignment that is whole": """
        SELECT number FROM matters_matter AS matter WHERE state = 'dispatched' AND 1 <> (
            SELECT count(*) FROM matters_matter AS part JOIN requests_assignment ON matter_id = part.id
            JOIN matters_clock USING (matter_id) WHERE parent_id = matter.id)""",
    "a public act that is not in the record": """
        SELECT verb FROM matters_event
        WHERE public AND NOT EXISTS (SELECT FROM record_entry WHERE record_entry.id = entry)""",
    "an entry of the record without its act": """
        SELECT kind FROM record_entry WHERE kind ~ '^(request|assignment)[.]'
        AND NOT EXISTS (SELECT FROM matters_event WHERE entry = record_entry.id)""",
    "an act whose letter was not written": """
        SELECT verb FROM matters_event AS event JOIN matters_matter AS matter ON matter.id = matter_id
        JOIN (VALUES ('report', 'received'), ('accept', 'filed'), ('dispatch', 'dispatched')) AS told (act, letter)
          ON act = verb
        WHERE opener_id IS NOT NULL AND NOT EXISTS (
            SELECT FROM delivery_message
            WHERE key = event.id || ':' || opener_id AND template = 'request.' || letter)""",
    "a letter that did not go each way its reader agreed to, once": """
        SELECT template FROM delivery_message AS message WHERE "to" = 'person' AND
            (SELECT array_agg(channel ORDER BY channel) FROM delivery_sending WHERE message_id = message.id)
            IS DISTINCT FROM
            (SELECT array_agg(channel ORDER BY channel) FROM delivery_contact WHERE recipient = message.recipient
             AND (channel = 'email' OR template = 'request.received'))""",
    "a letter that has not left": "SELECT progress, error FROM delivery_sending WHERE progress <> 'sent'",
    "a job that was given up": "SELECT task_name FROM procrastinate_jobs WHERE status = 'failed'",
}

UNFINISHED = """
SELECT (SELECT count(*) FROM procrastinate_jobs
        WHERE status = 'doing' OR status = 'todo' AND coalesce(scheduled_at, '-infinity') <= now()),
       (SELECT count(*) FROM record_entry WHERE log_number IS NULL),
       (SELECT count(*) FROM delivery_sending WHERE progress IN ('waiting', 'sending'))
"""

TIME_PASSES = (
    "UPDATE delivery_sending SET due_at = now() WHERE progress = 'waiting'",
    "UPDATE delivery_sending SET claimed_at = claimed_at - interval '3 minutes' WHERE progress = 'sending'",
    """UPDATE procrastinate_workers SET last_heartbeat = last_heartbeat - interval '1 minute'
       WHERE id < (SELECT max(id) FROM procrastinate_workers)""",
    """INSERT INTO procrastinate_jobs (queue_name, task_name, priority, args)
       SELECT 'default', task, 0, '{}' FROM (VALUES ('jobs.requeue'), ('delivery.empty_outbox')) AS asked (task)""",
)
"""What a killed process left is taken up again after minutes: here, at once. Of workers, the newest alone lives."""


def told(town: Town, statement: str, *given: object) -> list[tuple]:
    with town.server.connect() as look:
        return look.execute(statement, given).fetchall()


def unfinished(town: Town) -> tuple[int, ...]:
    """Jobs, entries and letters that still wait."""
    return told(town, UNFINISHED)[0]


def pass_time(town: Town) -> None:
    with town.server.connect() as look:
        for statement in TIME_PASSES:
            look.execute(statement)


def halves(town: Town) -> dict[str, list]:
    """Everything that is not whole, by what is wrong with it."""
    return {wrong: rows for wrong, statement in HALVES.items() if (rows := told(town, statement))}


def filed(town: Town) -> Counter[str]:
    """How often each words stand in a request."""
    rows = told(town, "SELECT body FROM matters_text JOIN matters_event ON event_id = matters_event.id AND source = ''")
    return Counter(body for (body,) in rows)


def numbers(town: Town) -> dict[str, str]:
    """Of each request, by number, its words."""
    rows = told(
        town, "SELECT number, body FROM matters_text AS said JOIN matters_matter ON matter_id = matters_matter.id"
    )
    return dict(rows)


def acts(town: Town) -> Counter[tuple[str, str]]:
    """How often each act was done to each matter."""
    rows = told(town, "SELECT number, verb FROM matters_event JOIN matters_matter ON matter_id = matters_matter.id")
    return Counter(rows)


def streams(town: Town) -> list[tuple[str, list[int]]]:
    """The numbers of each stream and of each log, in order."""
    by_stream = told(
        town, "SELECT stream, array_agg(stream_number ORDER BY stream_number) FROM record_entry GROUP BY 1"
    )
    by_log = told(
        town,
        "SELECT name, array_agg(log_number + 1 ORDER BY log_number)"
        " FROM record_entry JOIN record_log ON record_log.id = log_id GROUP BY 1",
    )
    return [*by_stream, *by_log]


def letters(town: Town) -> dict[str, Counter[str]]:
    """What arrived, by channel: of each sending, how many copies."""
    lines = (town.home / "demo" / "outbox.jsonl").read_text().splitlines()
    sent = [json.loads(line) for line in lines]
    return {
        "sms": Counter(each["context"] for each in sent if each["channel"] == "sms"),
        "email": Counter(each["serial"].strip("<").split("@")[0] for each in sent if each["channel"] == "email"),
    }


def sendings(town: Town, channel: str) -> set[str]:
    return {str(key) for (key,) in told(town, "SELECT id FROM delivery_sending WHERE channel = %s", channel)}
