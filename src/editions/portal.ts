import type { Case } from "../case/schema.ts"
import type { Checklist, LeafStatus } from "../request/checklist.ts"
import type { Officer } from "../request/officer.ts"
import type { Recipient } from "../request/recipient.ts"
import { printBeijing, printUtc } from "../text/time.ts"
import { LEAF_ZH } from "./checklist.ts"
import { NOT_PROVIDED, shown } from "./print.ts"
import { period } from "./scope.ts"
import { matterZh } from "./statement.ts"

/** 门户填报信息单: the portal's steps in its own order, each with the values to copy. For the officer alone. */

interface Value {
    readonly label: string
    /** What is typed into the portal: English, pinyin, an address or a number. */
    readonly copy: string
    readonly zh: string
    readonly state: string
}

/** Data of the sheet; `undefined` where the recipient has no portal with known steps. */
export function officerSheetView(
    facts: Case,
    ref: string,
    recipient: Recipient,
    checklist: Checklist,
    officer: Officer,
    files: readonly string[],
): object | undefined {
    const { portal } = recipient.routes
    if (portal?.steps === undefined) return undefined
    const { steps } = portal
    const stages = [...new Set(steps.map(({ stage }) => stage))]
    const { from, to } = period(facts, officer)
    const { instrument = {}, request = {} } = officer
    return {
        ref,
        matter: matterZh(facts),
        recipient: recipient.name.zh,
        at: printBeijing(officer.completedAt),
        chosen: recipient.routes[officer.route]?.name.zh ?? NOT_PROVIDED,
        isPortal: officer.route === "portal",
        portal: {
            address: portal.address ?? NOT_PROVIDED,
            source: portal.source,
            verified:
                portal.verifiedOn === undefined
                    ? `未经核实（可信程度 ${portal.grade}）`
                    : `${portal.verifiedOn} 核实（可信程度 ${portal.grade}）`,
        },
        stages: stages.map((stage) => ({
            stage,
            steps: steps
                .map((step, i) => ({ ...step, number: String(i + 1) }))
                .filter((step) => step.stage === stage)
                .map(({ number, zh, leaves = [] }) => {
                    const values = leaves.flatMap((id) => stepValue(id, recipient, checklist, officer))
                    return { number, zh, values, rows: values.length + 1 }
                }),
        })),
        request: [
            { label: "请求类型", copy: "Disclosure of account records", zh: "提供数据；不含冻结，不属紧急情形" },
            { label: "目标账户（UID）", copy: facts.account.uid ?? "Not provided", zh: "用户编号" },
            { label: "注册邮箱", copy: facts.account.registeredEmail ?? "Not provided", zh: "目标账户的注册邮箱" },
            { label: "期间", copy: `${printUtc(from)} to ${printUtc(to)}`, zh: "一律填 UTC" },
            {
                label: "法律文书",
                copy: `${shown(instrument.nameEn, "Not provided")} No. ${shown(instrument.number, "Not provided")}`,
                zh: shown(instrument.nameZh),
            },
            { label: "编号（Ref）", copy: ref, zh: "标题、来往邮件都引用" },
            {
                label: "是否告知用户",
                copy: request.withholdNotice === undefined ? "No restriction requested" : "Please do not notify",
                zh: request.withholdNotice === undefined ? "文书未要求不告知" : shown(request.withholdNotice.reasonZh),
            },
        ],
        files: files.map((name) => ({ name })),
        followUp: recipient.followUp?.address ?? NOT_PROVIDED,
    }
}

/** The value of one detail, or nothing where the profile has no such detail. */
function stepValue(id: string, recipient: Recipient, checklist: Checklist, officer: Officer): Value[] {
    const leaf = recipient.items.flatMap(({ leaves }) => leaves).find((one) => one.id === id)
    const status = checklist.items.flatMap(({ leaves }) => leaves).find((one) => one.id === id)
    if (leaf === undefined || status === undefined) return []
    const fields = (leaf.fields ?? []).map((path) => ({ foreign: !path.endsWith("Zh"), text: textOf(officer, path) }))
    const joined = (foreign: boolean): string =>
        fields
            .filter((field) => field.foreign === foreign)
            .map(({ text }) => text ?? NOT_PROVIDED)
            .join("，")
    return [
        {
            label: leaf.zh,
            copy: leaf.fields === undefined ? upload(status) : joined(true),
            zh: joined(false) || "—",
            state: LEAF_ZH[status.state],
        },
    ]
}

function upload(status: LeafStatus): string {
    return status.kind === "photo" ? "上传照片" : "上传文件，见后"
}

const PHONE_TYPE: Readonly<Record<string, string>> = { landline: "Landline（座机）", mobile: "Mobile（手机）" }

/** A field of the officer data by its path in the profile, for example `officer.phoneType`. */
function textOf(officer: Officer, path: string): string | undefined {
    let value: unknown = officer
    for (const key of path.split("."))
        value = typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined
    if (typeof value !== "string" || value.trim() === "") return undefined
    return path === "officer.phoneType" ? (PHONE_TYPE[value] ?? value) : shown(value)
}
