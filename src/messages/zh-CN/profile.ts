import type { ProfileIssues } from "../../base/issues/profile.ts"
import type { Messages } from "../message.ts"

const proposal = (proposed: string): string => (proposed === "" ? "" : `是否想写 ${proposed}`)

export const profileIssues: Messages<ProfileIssues> = {
    "request.profile.date": (p) => ({
        message: `日期 ${p.found} 看不懂`,
        hint: "写成 2023、2023-04 或 2023-04-23；没有日期或无人核实的留空",
    }),
    "request.profile.number": (p) => ({
        message: `${p.found} 应为字节数`,
        hint: "只写阿拉伯数字，例如 14000000",
    }),
    "request.profile.id-form": (p) => ({
        message: `编号 ${p.found} 只能用小写英文字母、数字和连字符`,
        hint: "例如 example-desk，2 至 40 个字符",
    }),
    "request.profile.id-twice": (p) => ({ message: `编号 ${p.id} 用了两次`, hint: "请改成各不相同的编号" }),
    "request.profile.address": (p) => ({
        message: `地址 ${p.found} 的写法不对`,
        hint: "邮件渠道填邮箱；门户和出处填 https:// 开头的网址；不知道的留空",
    }),
    "request.profile.no-route": () => ({
        message: "没有任何渠道",
        hint: "至少写一条：existing-account、portal 或 email",
    }),
    "request.profile.no-materials": () => ({
        message: "各项信息中没有案件材料",
        hint: '在其中一项的 leaves 中写 materials: "yes"',
    }),
    "request.profile.leaf-kind": (p) => ({
        message: `${p.leaf} 应在 photo、fields、materials、byHand 中写一种`,
        hint: "照片写 photo，民警信息写 fields，案件材料写 materials，程序无法判断的写 byHand",
    }),
    "request.profile.leaf-unknown": (p) => ({
        message: `步骤中的 ${p.found} 在各项信息中找不到`,
        hint: proposal(p.proposed),
    }),
    "request.profile.stage-unknown": (p) => ({
        message: `步骤的阶段“${p.found}”不在 stages 中`,
        hint: `现有阶段：${p.known}`,
    }),
    "request.profile.field-unknown": (p) => ({
        message: `民警信息中没有 ${p.found} 这一项`,
        hint: proposal(p.proposed) || "可用 lerpack schema --officer 查看全部字段",
    }),
    "request.profile.field-internal": (p) => ({
        message: `${p.field} 属于单位内部信息，不对外提供`,
        hint: "只写 agency、officer、caseNumbers、instrument 中的字段",
    }),
    "request.profile.user-told": (p) => ({
        message: `${p.recipient}${p.byDefault === "told" ? "一般会" : "可能"}将请求告知被查用户，文书写明不得告知的除外`,
        hint: "需要不告知的，请填写“暂不告知”各项（期限、理由），并与法律文书一致",
    }),
    "request.profile.identifier-form": (p) => ({
        message: `收件方只接受以 ${p.accepted} 提供编号，发送件中没有这种形式`,
        hint: "请从 02 号表格另存为对方接受的形式，核对无误后一并提供",
    }),
    "request.profile.folder-empty": (p) => ({
        message: `文件夹 ${p.folder} 中没有收件方资料`,
        hint: "每个收件方一个文件，文件名为“编号.yaml”",
    }),
    "request.profile.file-name": (p) => ({
        message: `${p.file} 不能作为收件方资料的文件名`,
        hint: "文件名为“编号.yaml”，编号用小写英文字母、数字和连字符",
    }),
}
