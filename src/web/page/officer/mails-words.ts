import { pair } from "../state.ts"

/** Words of the page that writes mails beside a request. */

export const TITLE = pair("发送前后的邮件", "Mails beside a request")
export const WHAT = pair(
    "询问渠道和链接的安全；发送以后跟进。",
    "Ask about channel and safety of the link; follow up what was sent.",
)
export const INTRO = pair(
    "都是草稿，本页面不发送。不含案件资料；发件人取自民警信息表，发送的时间、受理编号取自办理台账。",
    "All are drafts; this page sends nothing. They hold no case data; who writes is taken from the officer's form, when it was sent and the ticket number from the journal.",
)
export const DESK = pair("收件方", "Recipient")
export const ASK = pair("询问", "Question")
export const ASK_TEXT = pair(
    "先打开官方页面，用该页面列出的联系方式询问；资料中另有邮箱的，注明出处和可信程度。",
    "First the official page and what it names; a mailbox of the profile stands with its source and grade.",
)
export const SHOW_BLANK = pair("看一份留空的文字", "Show the text with blanks")
export const WRITE_QUESTION = pair("按民警信息表写成草稿", "Write it with the officer's form")
export const FOLLOW_UP = pair("跟进", "Follow-up")
export const FOLLOW_UP_TEXT = pair(
    "要先在办理台账中打开或者记下发送。",
    "The journal must be open, and say when the request was sent.",
)
export const OPEN_JOURNAL = pair("到办理台账", "To the journal")
export const KINDS = {
    receipt: pair("询问是否收到", "Receipt?"),
    outstanding: pair("催办尚缺的项目", "Items outstanding"),
    thanks: pair("致谢，请求保存", "Thanks, and keep the records"),
} as const
export const JOURNAL_IS = (name: string) => pair(`台账：${name}`, `Journal: ${name}`)
export const THEN_RECORD = pair(
    "发出以后，在办理台账中记下（询问渠道，或者去信跟进）。",
    "Once sent, record it in the journal (channel asked about, or followed up).",
)
