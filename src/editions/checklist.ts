import type { Case } from "../case/schema.ts"
import type { Checklist, ConditionId, LeafState } from "../request/checklist.ts"
import type { Officer } from "../request/officer.ts"
import type { Recipient } from "../request/recipient.ts"
import { printBeijing } from "../text/time.ts"
import { NOT_PROVIDED, shown } from "./print.ts"
import { matterZh } from "./statement.ts"

/** 八项信息与发送条件核对表, for the officer: the three numbers, then what is missing and who supplies it. */

export const LEAF_ZH: Readonly<Record<LeafState, string>> = {
    ready: "已备",
    missing: "缺",
    prepared: "已备好，未随信",
    "identity-mail": "随身份邮件",
    "not-needed": "该渠道不需要",
}

const CONDITION_ZH: Readonly<Record<ConditionId, string>> = {
    "sealed-letter": "盖章公函（扫描件）",
    "legal-instrument": "法律文书（名称、文号、日期、扫描件）",
    approval: "批准人及批准日期",
    channel: "渠道已核实（何人、何日、如何核实）",
    mailbox: "工作邮箱获收件方认可",
}
const LACKING_ZH: Readonly<Record<string, string>> = {
    scan: "扫描件",
    name: "中英文名称",
    number: "文号",
    date: "日期",
    approver: "批准人",
    confirmation: "核实记录",
}

/** `暂不能发送，缺：…`, `可发函询问渠道，证件图像不得发送` or `可以发送`. */
export function conclusionZh(checklist: Checklist): string {
    if (checklist.conclusion === "send") return "可以发送"
    if (checklist.conclusion === "ask-channel") return "可发函询问渠道，证件图像不得发送"
    const open = checklist.conditions.filter(
        (condition) => !condition.met && ["sealed-letter", "legal-instrument", "approval"].includes(condition.id),
    )
    const leaves = checklist.items.flatMap((item) =>
        item.leaves.filter((leaf) => leaf.state === "missing").map((leaf) => leaf.label),
    )
    return `暂不能发送，缺：${[...open.map((condition) => CONDITION_ZH[condition.id]), ...leaves].join("、")}`
}

/** `八项信息 8/8`, `发送条件 5/5`; the name of the first number counts the profile's items. */
export function numbersZh(checklist: Checklist): { items: string; conditions: string } {
    const name = checklist.items.length === 8 ? "八项信息" : "所需信息"
    return {
        items: `${name} ${String(checklist.itemsDone)}/${String(checklist.items.length)}`,
        conditions: `发送条件 ${String(checklist.conditionsMet)}/${String(checklist.conditions.length)}`,
    }
}

/** Data of the checklist document. */
export function checklistView(
    facts: Case,
    ref: string,
    recipient: Recipient,
    checklist: Checklist,
    officer: Officer | undefined,
): object {
    const route = officer === undefined ? undefined : recipient.routes[officer.route]
    return {
        ref,
        matter: matterZh(facts),
        recipient: recipient.name.zh,
        route: route === undefined ? "待民警选定" : route.name.zh,
        address: route?.address ?? (officer === undefined ? NOT_PROVIDED : "由该账号持有人提交"),
        addressSource:
            route === undefined
                ? undefined
                : `${route.source}；可信程度 ${route.grade}；${route.verifiedOn === undefined ? "尚无人核实" : `${route.verifiedOn} 核实`}`,
        numbers: numbersZh(checklist),
        leaves: `${String(checklist.leavesDone)}/${String(checklist.leavesTotal)}`,
        conclusion: conclusionZh(checklist),
        at: officer === undefined ? undefined : printBeijing(officer.completedAt),
        itemsNote: recipient.itemsNote.zh,
        items: checklist.items.map((item, i) => ({
            number: String(i + 1),
            label: item.label,
            note: item.note,
            state: item.done
                ? item.leaves[0] === undefined
                    ? LEAF_ZH.ready
                    : LEAF_ZH[item.leaves[0].state]
                : LEAF_ZH.missing,
            leaves: item.leaves.map((leaf) => ({ label: leaf.label, state: LEAF_ZH[leaf.state] })),
        })),
        conditions: checklist.conditions.map((condition, i) => ({
            number: String(i + 1),
            label: CONDITION_ZH[condition.id],
            state: condition.met ? "已满足" : "未满足",
            lacking: condition.met ? "—" : condition.lacking.map((part) => LACKING_ZH[part] ?? part).join("、"),
        })),
        confirmed:
            officer?.channelConfirmed === undefined
                ? undefined
                : {
                      by: shown(officer.channelConfirmed.by),
                      on: officer.channelConfirmed.on.local,
                      how: shown(officer.channelConfirmed.how),
                  },
    }
}
