"""What the conversation says."""

from __future__ import annotations

from linli.kernel.words import say

WELCOME = say(
    "Tell us in a message what is the matter: what, where, since when. A photo helps. Send “progress” to ask how it"
    " stands. In an emergency call 110, 119 or 120.",
    "请直接留言：什么事、在哪里、多久了，可以附照片。回复“进度”查询办理情况。紧急情况请拨打 110、119、120。",
)
TOO_SHORT = say("Say a little more: what is the matter?", "请再多说几个字：是什么事？")
TOO_LONG = say("Please say it in at most {most} characters.", "请控制在 {most} 字以内。", most=4000)
WHERE = say(
    "Where is it? Answer with a number, or with the name of the place:\n{places}\n0 Cancel",
    "在哪里？请回复序号，或直接回复地点名称：\n{places}\n0 取消",
)
NO_SUCH_PLACE = say(
    "We do not know this place. Answer with a number, or with another name:\n{places}\n0 Cancel",
    "没有找到这个地点。请回复序号，或换个名称：\n{places}\n0 取消",
)
CONFIRM = say(
    "At {place}: “{words}”. Answer 1 to send it to the community, 2 for another place, 0 to cancel. How it goes"
    " is then told here.",
    "地点：{place}\n内容：{words}\n回复 1 报给社区，回复 2 换地点，回复 0 取消。提交后，办理进展会发到这里。",
)
AGAIN = say("Answer 1 to send it, 2 for another place, 0 to cancel.", "请回复 1 提交，2 换地点，0 取消。")
FILED = say(
    "We have it: {number}. Send “progress” to ask how it stands. Its page (open for 30 minutes): {link}",
    "已收到，编号 {number}。回复“进度”可随时查询。查看或补充（30 分钟内有效）：{link}",
)
CANCELLED = say("Nothing was sent.", "已取消，没有提交。")
STANDS = say(
    "{number}: {state}. {meaning} Its page (open for 30 minutes): {link}",
    "{number}：{state}。{meaning}\n查看或补充（30 分钟内有效）：{link}",
)
NONE_YET = say("You have reported nothing here yet. Write what is the matter.", "你还没有在这里报过事，直接留言即可。")
PICTURE_KEPT = say("The photo is kept. Now say in words what is the matter.", "照片已收到，请再用文字说说是什么事。")
PICTURE_ADDED = say("The photo goes along.", "照片会一并提交。")
PICTURE_SENT = say("The photo is added to {number}.", "照片会加到 {number}。")
TOO_MANY_PICTURES = say("Nine photos are enough. Describe the rest in words.", "最多九张照片，其余请用文字说明。")
TOO_MANY = say(
    "You reported {most} things here today. For more call the community, or use the portal.",
    "今天已在这里报了 {most} 件事。还有其他事，请打社区电话或在网页上报。",
)
NOT_UNDERSTOOD = say("Only words and photos can be read here.", "这里只能识别文字和照片。")
"""Voice and the like: nobody listens to them here, so nothing may seem heard."""
NO_PICTURE = say("The photo could not be kept: {why}", "照片没能收下：{why}")
