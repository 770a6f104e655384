import type { Words } from "../../../base/lang.ts"
import type { FoundDesk } from "../../../facts/recipients/new-profile.ts"
import { pair } from "../state.ts"

/** Words for writing a profile of a desk whose channel an officer found. */

export const NEW_DESK = pair(
    "渠道已经查明，没有资料文件：在这里写一份",
    "The channel was found, but there is no profile: write one here",
)
export const NEW_DESK_TEXT = pair(
    "照平台自己网站上受理执法机关请求的页面填写，不要照搜索结果、名录或者对方来信填写。没有写到的要求按各家通用的资料办理；写好以后渠道仍须由网安核实，才能对外发送。",
    "Copy from the platform's own page for law enforcement, not from search results, directories or a letter. What is not asked here holds as for every desk; the channel is still to be confirmed before anything is sent.",
)
export const FIELDS: readonly (readonly [field: keyof FoundDesk, label: Words, hint: Words])[] = [
    ["name-en", pair("平台的英文名称", "Name in English"), pair("照官方网站的写法", "as the official site writes it")],
    [
        "name-zh",
        pair("平台的中文名称（没有的不填）", "Name in Chinese (blank if none)"),
        pair(
            "官方网站的中文名称；括号里可以写英文名称",
            "as the official site writes it; the English name may follow in brackets",
        ),
    ],
    [
        "page",
        pair("官方页面", "Official page"),
        pair("写明渠道的那一页，https:// 开头", "the page that names the channel, https://…"),
    ],
    ["email", pair("受理邮箱", "Mailbox"), pair("邮箱、门户填一项或者两项", "a mailbox, a portal, or both")],
    ["portal", pair("门户或者表单的网址", "Address of the portal or form"), pair("https:// 开头", "https://…")],
    [
        "id",
        pair("编号", "Id"),
        pair(
            "小写英文字母、数字和连字符；不填的，用英文名称",
            "small letters, digits, hyphens; made from the English name if blank",
        ),
    ],
]
export const MAKE_DESK = pair("写成资料并使用", "Write the profile and use it")
export const DESK_MADE = pair(
    "已写成，现在可以选这个收件方。请把文件存下来：下次打开页面、用命令办理时还要放入。",
    "Written; this recipient can be chosen now. Save the file: it is needed when the page is opened again, and with commands.",
)
