/** Words of the evidence list for what mails, chats and web archives say of themselves. */

export const HEAD_NAMES = { mail: "邮件头", chat: "聊天记录", "web-archive": "网页存档" } as const
export const MAIL = { from: "发件人", to: "收件人", date: "日期", subject: "主题" } as const
export const labelled = (name: string, text: string): string => `${name}：${text}`
export const hops = (count: number): string => `经过服务器 ${String(count)} 处（Received）`
/** Times are as the file writes them. */
export const period = (first: string, last: string): string => `起止：${first} 至 ${last}（照文件写法，时区未注明）`
export const messages = (count: number): string => `消息 ${String(count)} 条`
export const people = (names: string, count: number): string => `发言人 ${String(count)} 个：${names}`
export const omitted = (count: number): string => `导出时未带的图片、语音等 ${String(count)} 处`
export const missing = (names: string, count: number): string => `提到而未见的附件 ${String(count)} 个：${names}`
export const pages = (count: number): string => `网页 ${String(count)} 个`
export const firstPage = (url: string, at: string): string => `首页 ${url}${at === "" ? "" : `，抓取时间 ${at}`}`
export const ARCHIVE = { title: "标题", created: "制作时间", software: "制作软件" } as const
/** After the last name of a list that is cut. */
export const AND_MORE = "……"
