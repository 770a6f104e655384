import type { ProfileIssues } from "../base/issues/profile.ts"
import type { Words } from "../base/lang.ts"
import { type Messages, sameInAll } from "./message.ts"

const proposal = (proposed: string): Words =>
    proposed === "" ? sameInAll("") : { "zh-CN": `是否想写 ${proposed}`, en: `did you mean ${proposed}` }

const DAY_OF_ZH = { verified: "最近核实于", reported: "最近的来源日期为", compiled: "来源均无日期，整理于" } as const
const DAY_OF_EN = { verified: "last verified", reported: "last reported", compiled: "undated, compiled" } as const

export const profileIssues: Messages<keyof ProfileIssues> = {
    "request.profile.date": (p) => ({
        "zh-CN": {
            message: `日期 ${p.found} 看不懂`,
            hint: "写成 2023、2023-04 或 2023-04-23；没有日期或无人核实的留空",
        },
        en: {
            message: `date ${p.found} is not understood`,
            hint: "write 2023, 2023-04 or 2023-04-23; leave it blank where there is none or nobody has verified it",
        },
    }),
    "request.profile.number": (p) => ({
        "zh-CN": { message: `${p.found} 应为字节数`, hint: "只写阿拉伯数字，例如 14000000" },
        en: { message: `${p.found} must be a number of bytes`, hint: "digits only, for example 14000000" },
    }),
    "request.profile.id-form": (p) => ({
        "zh-CN": {
            message: `编号 ${p.found} 只能用小写英文字母、数字和连字符`,
            hint: "例如 example-desk，2 至 40 个字符",
        },
        en: {
            message: `id ${p.found} must be lower-case letters, digits and hyphens`,
            hint: "for example example-desk, 2 to 40 characters",
        },
    }),
    "request.profile.format": (p) => ({
        "zh-CN": {
            message: `${p.member} 是资料格式 1.1 才有的内容`,
            hint: '请把 format 改为 "1.1"',
        },
        en: {
            message: `${p.member} belongs to format 1.1 of a profile`,
            hint: 'write format: "1.1"',
        },
    }),
    "request.profile.id-twice": (p) => ({
        "zh-CN": { message: `编号 ${p.id} 用了两次`, hint: "请改成各不相同的编号" },
        en: { message: `id ${p.id} is used twice`, hint: "give each its own id" },
    }),
    "request.profile.address": (p) => ({
        "zh-CN": {
            message: `地址 ${p.found} 的写法不对`,
            hint: "邮件渠道填邮箱；门户和出处填 https:// 开头的网址；不知道的留空",
        },
        en: {
            message: `address ${p.found} has the wrong form`,
            hint: "a mailbox for e-mail; https:// for portals and sources; leave it blank where it is not known",
        },
    }),
    "request.profile.no-route": () => ({
        "zh-CN": { message: "没有任何渠道", hint: "至少写一条：existing-account、portal 或 email" },
        en: { message: "the profile has no route", hint: "write at least one of existing-account, portal, email" },
    }),
    "request.profile.no-materials": () => ({
        "zh-CN": { message: "各项信息中没有案件材料", hint: '在其中一项的 leaves 中写 materials: "yes"' },
        en: {
            message: "no item asks for the case materials",
            hint: 'write materials: "yes" in the leaves of one item',
        },
    }),
    "request.profile.leaf-kind": (p) => ({
        "zh-CN": {
            message: `${p.leaf} 应在 photo、fields、materials、byHand 中写一种`,
            hint: "照片写 photo，民警信息写 fields，案件材料写 materials，程序无法判断的写 byHand",
        },
        en: {
            message: `${p.leaf} must have one of photo, fields, materials, byHand`,
            hint: "photo for a picture, fields for officer data, materials for the case materials, byHand for what the program cannot tell",
        },
    }),
    "request.profile.leaf-unknown": (p) => ({
        "zh-CN": { message: `步骤中的 ${p.found} 在各项信息中找不到`, hint: proposal(p.proposed)["zh-CN"] },
        en: { message: `the step names ${p.found}, which no item has`, hint: proposal(p.proposed).en },
    }),
    "request.profile.stage-unknown": (p) => ({
        "zh-CN": { message: `步骤的阶段“${p.found}”不在 stages 中`, hint: `现有阶段：${p.known}` },
        en: { message: `the step's stage "${p.found}" is not among the stages`, hint: `stages: ${p.known}` },
    }),
    "request.profile.field-unknown": (p) => ({
        "zh-CN": {
            message: `民警信息中没有 ${p.found} 这一项`,
            hint: proposal(p.proposed)["zh-CN"] || "可用 lerpack schema --officer 查看全部字段",
        },
        en: {
            message: `officer data have no field ${p.found}`,
            hint: proposal(p.proposed).en || "lerpack schema --officer prints all fields",
        },
    }),
    "request.profile.field-internal": (p) => ({
        "zh-CN": {
            message: `${p.field} 属于单位内部信息，不对外提供`,
            hint: "只写 agency、officer、caseNumbers、instrument 中的字段",
        },
        en: {
            message: `${p.field} is internal to the agency and is not sent`,
            hint: "only fields of agency, officer, caseNumbers and instrument",
        },
    }),
    "request.profile.days": (p) => ({
        "zh-CN": { message: `${p.found} 应为天数`, hint: "只写阿拉伯数字，0 至 3653，例如 90" },
        en: { message: `${p.found} must be a number of days`, hint: "digits only, 0 to 3653, for example 90" },
    }),
    "request.profile.group-unknown": (p) => ({
        "zh-CN": { message: `期间写给了数据项 ${p.found}，dataGroups 中没有这一项`, hint: `现有：${p.known}` },
        en: {
            message: `a period for data group ${p.found}, which is not in dataGroups`,
            hint: `there are: ${p.known}`,
        },
    }),
    "request.profile.old": (p) => ({
        "zh-CN": {
            message: `${p.recipient}的资料${DAY_OF_ZH[p.by]} ${p.day}，距办理时间 ${String(p.days)} 天（超过 ${String(p.limit)} 天）`,
            hint: "请由网安从官方页面重新核对渠道、地址和要求，再发送",
        },
        en: {
            message: `what is known of ${p.recipientEn} was ${DAY_OF_EN[p.by]} ${p.day}, ${String(p.days)} days before completedAt (more than ${String(p.limit)})`,
            hint: "have channel, address and rules checked against the official page before sending",
        },
    }),
    "request.profile.to-state": (p) => ({
        "zh-CN": {
            message: `${p.recipient}要求走这条渠道的请求写明：${p.zh}`,
            hint: "请在正文中补写一句，只写实际情况",
        },
        en: {
            message: `${p.recipientEn} wants a request by this route to state: ${p.en}`,
            hint: "add a sentence of what is the case to the text of the mail",
        },
    }),
    "request.profile.user-told": (p) => ({
        "zh-CN": {
            message: `${p.recipient}${p.byDefault === "told" ? "一般会" : "可能"}将请求告知被查用户，文书写明不得告知的除外`,
            hint: "需要不告知的，请填写“暂不告知”各项（期限、理由），并与法律文书一致",
        },
        en: {
            message: `${p.recipientEn} ${p.byDefault === "told" ? "tells" : "may tell"} its user of a request unless an order forbids it`,
            hint: "if the user must not be told, give reason and end in request.withholdNotice, as the legal instrument has them",
        },
    }),
    "request.profile.identifier-form": (p) => ({
        "zh-CN": {
            message: `收件方只接受以 ${p.accepted} 提供编号，发送件中没有这种形式`,
            hint: "请从 02 号表格另存为对方接受的形式，核对无误后一并提供",
        },
        en: {
            message: `the desk takes identifiers only as ${p.accepted}, a form that the files to send do not have`,
            hint: "save sheet 02 in a form that the desk takes, check it, and send it along",
        },
    }),
    "request.profile.folder-empty": (p) => ({
        "zh-CN": { message: `文件夹 ${p.folder} 中没有收件方资料`, hint: "每个收件方一个文件，文件名为“编号.yaml”" },
        en: {
            message: `folder ${p.folder} holds no recipient profile`,
            hint: "one file for each recipient, named <id>.yaml",
        },
    }),
    "request.profile.file-name": (p) => ({
        "zh-CN": {
            message: `${p.file} 不能作为收件方资料的文件名`,
            hint: "文件名为“编号.yaml”，编号用小写英文字母、数字和连字符",
        },
        en: {
            message: `${p.file} cannot be the file name of a profile`,
            hint: "name it <id>.yaml, the id in lower-case letters, digits and hyphens",
        },
    }),
}
