import type { SendingIssues } from "../../base/issues/sending.ts"
import type { Messages } from "../message.ts"

export const sendingIssues: Messages<SendingIssues> = {
    "sending.period.zone-unknown": (p) => ({
        message: `请求的期间（${p.from} 至 ${p.to}）没有注明时区，收件方无法查询`,
        hint: "请在 request.period 中写明起止时间和时区，例如 2023-03-20 16:00 Z 或 +08:00",
    }),
    "sending.account.other-platform": (p) => ({
        message: `材料中账户所在平台写作“${p.platform}”，收件方是${p.recipient}；发出的文件不写平台名称`,
        hint: "请核对收件方（recipient）；向其他平台追查的，请说明该平台上的账户",
    }),
}
