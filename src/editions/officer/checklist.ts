import { printBeijing } from "../../base/text/time.ts"
import type { Case } from "../../facts/case/schema.ts"
import { type Checklist, isDone, missingLeaves } from "../../facts/checklist/checklist.ts"
import type { Officer } from "../../facts/officer/officer.ts"
import type { Recipient } from "../../facts/recipients/recipient-schema.ts"
import { identityRecord } from "../shared/identity-record.ts"
import { matterZh } from "../shared/matter.ts"
import { shown } from "../shared/print.ts"
import { NOT_PROVIDED } from "../shared/print.words.ts"
import {
    CONDITION_ZH,
    conditionBasis,
    conditionWhere,
    LEAF_ZH,
    leafReason,
    leafWhere,
    openCondition,
    openLeaf,
    STOPS_ZH,
    SUGGESTION_ZH,
    SUPPLIER_ZH,
} from "./checklist-words.ts"

/**
 * 八项信息与发送条件核对表, for the officer: the three numbers, then for every detail what it is, how it stands, why,
 * who supplies it and where it is.
 */

export { LEAF_ZH } from "./checklist-words.ts"

/** `暂不能发送，缺：…`, `可发函询问渠道，证件图像不得发送` or `可以发送`. */
export function conclusionZh(checklist: Checklist): string {
    if (checklist.conclusion === "send") return "可以发送"
    if (checklist.conclusion === "ask-channel") return "可发函询问渠道，证件图像不得发送"
    const open = checklist.conditions.filter(({ met, stops }) => !met && stops === "everything")
    const lacking = [...open.map(openCondition), ...missingLeaves(checklist).map(openLeaf)]
    return `暂不能发送，缺：${lacking.join("、")}`
}

/** `八项信息 8/8`, `发送条件 5/5`; the name of the first number counts the profile's items. */
export function numbersZh(checklist: Checklist): { items: string; conditions: string } {
    return {
        items: `${itemsName(checklist)} ${String(checklist.itemsDone)}/${String(checklist.items.length)}`,
        conditions: `发送条件 ${String(checklist.conditionsMet)}/${String(checklist.conditions.length)}`,
    }
}

/** The items are called by their number where there are eight, as the recipient's own list is. */
function itemsName({ items }: { readonly items: readonly unknown[] }): string {
    return items.length === 8 ? "八项信息" : "所需信息"
}

/** `八项信息与发送条件核对表`; also the name of the file. */
export function checklistTitle(recipient: Recipient): string {
    return `${itemsName(recipient)}与发送条件核对表`
}

/** Data of the checklist document. */
export function checklistView(
    facts: Case,
    ref: string,
    recipient: Recipient,
    checklist: Checklist,
    officer: Officer | undefined,
): object {
    const leaves = checklist.items.flatMap((item) => item.leaves)
    const problems = leaves.filter(({ state }) => state === "problem").length
    const verified = officer?.verifiedAddresses ?? []
    return {
        ref,
        title: checklistTitle(recipient),
        matter: matterZh(facts),
        recipient: recipient.name.zh,
        ...routeOf(recipient, officer),
        numbers: numbersZh(checklist),
        leaves: `${String(checklist.leavesDone)}/${String(checklist.leavesTotal)}`,
        problems: problems === 0 ? undefined : String(problems),
        conclusion: conclusionZh(checklist),
        at: officer === undefined ? undefined : printBeijing(officer.completedAt),
        itemsNote: recipient.itemsNote.zh,
        items: checklist.items.map((item, i) => ({
            title: `${String(i + 1)}．${item.label}`,
            note: item.note,
            count:
                item.leaves.length === 1
                    ? undefined
                    : `${String(item.leaves.filter(isDone).length)}/${String(item.leaves.length)}`,
            rows: String(item.leaves.length),
            isOne: item.leaves.length === 1,
            leaves: item.leaves.map((leaf) => ({
                label: leaf.label,
                state: LEAF_ZH[leaf.state],
                reasons: leafReason(leaf, officer).map((text) => ({ text })),
                who: SUPPLIER_ZH[leaf.supplier],
                where: leafWhere(leaf, officer).map((text) => ({ text })),
            })),
        })),
        conditions: checklist.conditions.map((condition, i) => ({
            number: String(i + 1),
            label: CONDITION_ZH[condition.id],
            state: condition.met ? "已满足" : "未满足",
            basis: conditionBasis(condition, officer),
            stops: STOPS_ZH[condition.stops],
            who: SUPPLIER_ZH[condition.supplier],
            where: conditionWhere(condition),
        })),
        suggestions: checklist.suggestions.map(({ id, state }) => ({
            ...SUGGESTION_ZH[id],
            state: { there: "已有", open: "未填", unknown: "请自备" }[state],
        })),
        verified:
            verified.length === 0
                ? undefined
                : verified.map(({ address, by, on, how }) => ({
                      address: shown(address),
                      by: shown(by),
                      on: on.local,
                      how: shown(how),
                  })),
        identity: identityRecord(recipient, checklist, officer),
    }
}

/** Route and address with where they come from. */
function routeOf(recipient: Recipient, officer: Officer | undefined): object {
    if (officer === undefined) {
        const names = Object.values(recipient.routes).map(({ name }) => name.zh)
        return { route: `待民警选定：${names.join("；")}`, address: "选定渠道后列出" }
    }
    const route = recipient.routes[officer.route]
    if (route === undefined) return { route: NOT_PROVIDED, address: NOT_PROVIDED }
    const verified = route.verifiedOn === undefined ? "尚无人核实" : `${route.verifiedOn} 核实`
    return {
        route: route.name.zh,
        address:
            route.address ?? (officer.route === "existing-account" ? "由该账号持有人提交" : "未知，请从官方页面进入"),
        addressSource: `${route.source}；可信程度 ${route.grade}；${verified}`,
    }
}
