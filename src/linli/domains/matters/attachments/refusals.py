"""Why a file is not taken. No sentence repeats its name or anything in it."""

from __future__ import annotations

from linli.domains.matters.engine.refusals import files_refused
from linli.kernel.refusal import Invalid
from linli.kernel.words import say


def not_taken(looks_like: str) -> Invalid:
    """A kind of file that is not taken, or several kinds at once."""
    if looks_like:
        return files_refused(
            say(
                "This looks like a {kind} file, which we do not take. Send a photo (JPEG, PNG, WebP), a PDF or a voice"
                " recording.",
                "这看起来是 {kind} 文件，不能接收。请发照片（JPEG、PNG、WebP）、PDF 或录音。",
                kind=looks_like,
            )
        )
    return files_refused(
        say(
            "We cannot tell what this file is. Send a photo (JPEG, PNG, WebP), a PDF or a voice recording.",
            "认不出这是什么文件。请发照片（JPEG、PNG、WebP）、PDF 或录音。",
        )
    )


def no_photo() -> Invalid:
    """Something else where a photo from before or after the work belongs."""
    return files_refused(
        say(
            "Before and after are shown by photos (JPEG, PNG, WebP). Send anything else with the other files.",
            "办理前后请用照片（JPEG、PNG、WebP）。其他文件请放到“添加照片、录音或 PDF”里。",
        )
    )


def too_large(most: int) -> Invalid:
    """Larger than the rule allows."""
    return files_refused(
        say(
            "The file is larger than {most} MB. Make it smaller and send it again.",
            "文件超过 {most} MB，请压缩后再发。",
            most=most,
        )
    )


def too_large_together(most: int) -> Invalid:
    """More at once than is received."""
    return files_refused(
        say(
            "The files are larger than {most} MB together. Send them one after another.",
            "文件加起来超过 {most} MB，请分几次发。",
            most=most,
        )
    )


def empty() -> Invalid:
    """Nothing in it."""
    return files_refused(say("The file is empty. Choose it again.", "文件是空的，请重新选择。"))


def high_efficiency() -> Invalid:
    """Apple's and some phones' own picture format."""
    return files_refused(
        say(
            "This photo is in the HEIC format, which we cannot open. Choose “Most Compatible” in the camera's settings,"
            " or send a screenshot of it.",
            "照片是 HEIC 格式，打不开。请在相机设置里选“兼容性最佳”，或截图后再发。",
        )
    )


def too_many_pixels(most: int) -> Invalid:
    """A picture with more pixels than are decoded here."""
    return files_refused(
        say(
            "The picture has more than {most} million pixels. Send a smaller copy.",
            "图片超过 {most} 百万像素，请缩小后再发。",
            most=most,
        )
    )


def broken() -> Invalid:
    """It begins like what it should be, but does not go on so."""
    return files_refused(
        say(
            "The file is damaged or not complete. See on your phone whether it is whole, then send it again.",
            "文件损坏或不完整。请先在手机上打开看看是否完好，再重新发送。",
        )
    )


def locked() -> Invalid:
    """A document that only opens with a password."""
    return files_refused(
        say(
            "The document is protected by a password. Save it without one and send it again.",
            "文档有密码保护，请去掉密码后再发。",
        )
    )


def acts_by_itself() -> Invalid:
    """A document that carries programs or other files."""
    return files_refused(
        say(
            "The document carries a program, a form or another file inside. Print it to a new PDF and send that.",
            "文档里带有程序、表单或其他文件。请重新打印成 PDF 再发。",
        )
    )


def moving_picture() -> Invalid:
    """A film where a sound was expected."""
    return files_refused(
        say(
            "Videos are not taken. Send photos, or a voice recording.",
            "暂不接收视频，请发照片或录音。",
        )
    )
