"""What the checking page says, in both languages; its script fills the blanks."""

from __future__ import annotations

from linli.kernel.words import say

WORDS = {
    "trueUpTo": say(
        "True: it is entry {index} of the public record, which is signed up to entry {size}.",
        "真实：这是公开记录的第 {index} 条，该记录已签名至第 {size} 条。",
    ),
    "stands": say(
        "The record is {origin}. All {size} entries are under this one signature; whoever reads them all sees at once "
        "if a number is missing.",
        "所属记录：{origin}。这一个签名涵盖全部 {size} 条；任何人通读一遍，缺号立见。",
    ),
    "vouched": say(
        "{name} saw it at {at}: true, and complete up to then as far as it was ever shown.",
        "{name} 于 {at} 见证：到此时为止，记录只增未改，与向所有人出示的一致。",
    ),
    "nobodyVouches": say(
        "No witness that you trust has vouched for this signature.", "你信任的见证方中，尚无一方为此签名作证。"
    ),
    "committed": say(
        "True: exactly this was committed to as “{name}” in entry {index} of the public record.",
        "真实：公开记录第 {index} 条当时以“{name}”承诺的正是以下内容。",
    ),
    "promised": say(
        "A genuine promise: {count} entries must stand in {origin} at the latest at {by}.",
        "承诺属实：最迟 {by}，{origin} 中必须有这 {count} 条。",
    ),
    "askAgain": say(
        "Whether it was kept: drop the entry's proof file here too, or run: linli verify ADDRESS --receipt FILE.",
        "是否兑现：请把该条目的证明文件也拖进来，或运行 linli verify 网址 --receipt 文件。",
    ),
    "kept": say(
        "The promise was kept: it is entry {index} of {origin}.", "承诺已经兑现：就是 {origin} 的第 {index} 条。"
    ),
    "entry": say("What the entry says", "条目内容"),
    "believeNot": say("Do not believe it as it is.", "请勿相信现在的内容。"),
    "empty": say("There is nothing to check yet.", "还没有要核对的内容。"),
    "unknown": say(
        "This is neither a proof file, nor a receipt, nor an opening file.", "这不是证明文件、回执或揭示文件。"
    ),
    "cut": say("It is cut off: the end is missing.", "内容不完整：缺少结尾。"),
    "garbled": say("It is garbled or was changed.", "内容残缺或被改动过。"),
    "badKey": say("This key was changed or cut off: {key}", "这把公钥被改动过或不完整：{key}"),
    "unknownLog": say(
        "It comes from {origin}, and none of the keys that you trust belongs to it.",
        "它来自 {origin}，而你信任的公钥里没有它的。",
    ),
    "notSigned": say(
        "{origin} has not signed this with a key that you trust.", "{origin} 没有用你信任的公钥为此签名。"
    ),
    "falseSignature": say("The signature of {origin} is false.", "{origin} 的签名不真实。"),
    "notThere": say("False: this entry does not stand there in {origin}.", "不真实：{origin} 的该位置并无此条目。"),
    "noEntry": say("The file does not carry the entry that it is about.", "文件没有附带它所证明的条目。"),
    "otherValue": say("False: the entry did not commit to this value.", "不真实：该条目当时承诺的不是这个内容。"),
    "cannotCheck": say("This browser cannot check signatures.", "这个浏览器无法核对签名。"),
    "newerBrowser": say(
        "It lacks Ed25519. Use Chrome or Edge 137, Firefox 129, Safari 17 or newer, or run: linli verify --proof FILE.",
        "它不支持 Ed25519。请使用 Chrome/Edge 137、Firefox 129、Safari 17 以上版本，或运行 linli verify --proof 文件。",
    ),
    "needsHttps": say(
        "Browsers check only on secure pages: open this page with https, or download it and open it from your disk.",
        "浏览器只在安全页面上核对：请用 https 打开本页，或下载后从本机打开。",
    ),
}
