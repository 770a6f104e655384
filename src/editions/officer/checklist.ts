import { printBeijing } from "../../base/text/time.ts"
import type { Case } from "../../facts/case/schema.ts"
import { type Checklist, isDone, missingLeaves } from "../../facts/checklist/checklist.ts"
import type { Officer } from "../../facts/officer/officer.ts"
import { typeIdOf, typeOf } from "../../facts/officer/request-type.ts"
import type { Recipient } from "../../facts/recipients/recipient-schema.ts"
import { type PacketCount, packetCount } from "../../messages/packet-count.ts"
import { identityRecord } from "../shared/identity-record.ts"
import { matterZh } from "../shared/matter.ts"
import { shown } from "../shared/print.ts"
import { NOT_PROVIDED } from "../shared/print.words.ts"
import { ADDRESS_UNKNOWN, BY_ACCOUNT_HOLDER, grade, NO_OFFICIAL_PAGE, verifiedOn } from "../shared/routes.words.ts"
import * as words from "./checklist.words.ts"
import { conditionBasis, conditionWhere, leafReason, leafWhere, openCondition, openLeaf } from "./checklist-cells.ts"

/**
 * 八项信息与发送条件核对表, for the officer: the three numbers, then for every detail what it is, how it stands, why,
 * who supplies it and where it is.
 */

/** `暂不能发送，缺：…`, `可发函询问渠道…`, `可以发送，但证件图像不得发送，缺：…` or `可以发送`. */
export function conclusionZh(checklist: Checklist): string {
    if (checklist.conclusion === "send") return words.MAY_SEND
    if (checklist.conclusion === "no-identity-images") {
        const unmet = checklist.conditions.filter(({ met }) => !met).map(openCondition)
        return words.mayNotIdentify([...unmet, ...checklist.identityLacks.map((lack) => words.RELEASE[lack])])
    }
    if (checklist.conclusion === "ask-channel") return words.MAY_ASK
    const { conditions, leaves } = lacks(checklist)
    return words.mayNotSend([...conditions, ...leaves])
}

/** What stops the sending: conditions that are not met, details that are missing. */
function lacks(checklist: Checklist): { readonly conditions: readonly string[]; readonly leaves: readonly string[] } {
    const open = checklist.conditions.filter(({ met, stops }) => !met && stops === "everything")
    return { conditions: open.map(openCondition), leaves: missingLeaves(checklist).map(openLeaf) }
}

/** More than so many are told in lines of their own. */
const FEW = 3

/** The conclusion on paper: in one line, or with what is lacking by its kind below it. */
function conclusionLines(checklist: Checklist): { conclusion: string; lacking?: readonly { text: string }[] } {
    const { conditions, leaves } = lacks(checklist)
    if (checklist.conclusion !== "stop" || conditions.length + leaves.length <= FEW)
        return { conclusion: conclusionZh(checklist) }
    const kinds = [
        words.lackOf(words.CONDITIONS, conditions, checklist.conditions.length - checklist.conditionsMet),
        words.lackOf(words.DETAILS, leaves, checklist.leavesTotal - checklist.leavesDone),
    ]
    return { conclusion: words.MAY_NOT_SEND, lacking: kinds.flatMap((text) => (text === undefined ? [] : [{ text }])) }
}

/**
 * `八项信息 8/8`, `发送条件 5/5`; the name of the first number counts the profile's items. Where the kind of request asks
 * none of them it reads 不适用.
 */
export function numbersZh(checklist: Checklist): { items: string; conditions: string } {
    const done = `${String(checklist.itemsDone)}/${String(checklist.items.length)}`
    return {
        items: checklist.itemsAsked
            ? `${itemsName(checklist.listed)} ${done}`
            : words.notApplicable(itemsName(checklist.listed)),
        conditions: `${words.CONDITIONS} ${String(checklist.conditionsMet)}/${String(checklist.conditions.length)}`,
    }
}

/** The items are called by their number where there are eight, as the recipient's own list is. */
function itemsName(count: number): string {
    return count === 8 ? words.EIGHT_ITEMS : words.ITEMS
}

/** `八项信息与发送条件核对表`, or `发送条件核对表` where no items are asked; also the name of the file. */
export function checklistTitle(recipient: Recipient, itemsAsked = true): string {
    return itemsAsked ? words.titleOf(itemsName(recipient.items.length)) : words.CONDITIONS_TITLE
}

/** Data of the checklist document. */
export function checklistView(
    facts: Case,
    ref: string,
    recipient: Recipient,
    checklist: Checklist,
    officer: Officer | undefined,
    kept?: KeptWith,
): object {
    const leaves = checklist.items.flatMap((item) => item.leaves)
    const problems = leaves.filter(({ state }) => state === "problem").length
    const verified = officer?.verifiedAddresses ?? []
    const identity = identityRecord(recipient, checklist, officer)
    const { itemsAsked } = checklist
    return {
        ref,
        title: checklistTitle(recipient, itemsAsked),
        type: typeIdOf(officer ?? {}) === "disclosure" ? undefined : typeOf(officer ?? {}).words["zh-CN"],
        itemsTitle: itemsAsked ? words.ITEMS_TITLE : words.SENDER_TITLE,
        matter: matterZh(facts),
        recipient: recipient.name.zh,
        page: recipient.officialPage?.address,
        pageSource: pageSource(recipient),
        ...routeOf(recipient, officer, checklist),
        numbers: numbersZh(checklist),
        itemsAsked,
        leaves: `${String(checklist.leavesDone)}/${String(checklist.leavesTotal)}`,
        problems: problems === 0 ? undefined : String(problems),
        ...conclusionLines(checklist),
        at: officer === undefined ? undefined : printBeijing(officer.completedAt),
        itemsNote: itemsAsked ? recipient.itemsNote.zh : words.notAsked(itemsName(recipient.items.length)),
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
                state: words.LEAF_ZH[leaf.state],
                reasons: leafReason(leaf, officer).map((text) => ({ text })),
                who: words.SUPPLIER_ZH[leaf.supplier],
                where: leafWhere(leaf, officer).map((text) => ({ text })),
            })),
        })),
        conditions: checklist.conditions.map((condition, i) => ({
            number: String(i + 1),
            label: words.CONDITION_ZH[condition.id],
            state: words.conditionState(condition.met),
            basis: conditionBasis(condition, recipient, officer),
            stops: words.STOPS_ZH[condition.stops],
            who: words.SUPPLIER_ZH[condition.supplier],
            where: conditionWhere(condition),
        })),
        suggestions: checklist.suggestions.map(({ id, state }) => ({
            ...words.SUGGESTION_ZH[id],
            state: words.SUGGESTION_STATE_ZH[state],
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
        identity,
        ...(kept === undefined ? {} : { kept: keptView(kept, verified.length > 0, identity !== undefined) }),
    }
}

/** What the sheet of an archive says besides. */
export interface KeptWith {
    /** 核对码 of the packet that the letter rests on. */
    readonly checkCode: string
    /** Its files; undefined where they cannot be told. */
    readonly count: PacketCount | undefined
    /** Names of the files that were made ready for sending. */
    readonly files: readonly string[]
}

/** Lines to write down what was really sent, and what of the victim's paper can be compared with this archive. */
function keptView({ checkCode, count, files }: KeptWith, ...before: readonly boolean[]): object {
    // Behind the three parts that every sheet has.
    const number = 4 + before.filter((part) => part).length
    return {
        number,
        next: number + 1,
        files: files.map((name) => ({ name })),
        checkCode,
        count: count === undefined ? undefined : packetCount(count)["zh-CN"],
    }
}

/** Where the official page is known from; where there is none, what to do. */
function pageSource({ officialPage: page }: Recipient): string {
    return page === undefined ? NO_OFFICIAL_PAGE : words.enteredFrom(sourceOf(page))
}

function sourceOf(
    fact: Pick<NonNullable<Recipient["officialPage"]>, "source" | "grade" | "verifiedOn">,
    verifiedHere?: string,
): string {
    const known = fact.verifiedOn === undefined ? words.NOBODY_VERIFIED : verifiedOn(fact.verifiedOn)
    const verified = verifiedHere ?? known
    return `${fact.source}；${grade(fact.grade)}；${verified}`
}

/** Route and address with where they come from. */
function routeOf(recipient: Recipient, officer: Officer | undefined, { conditions }: Checklist): object {
    if (officer === undefined) {
        const names = Object.values(recipient.routes).map(({ name }) => name.zh)
        return { route: words.routesToChoose(names), address: words.addressLater(names.length > 0) }
    }
    const route = recipient.routes[officer.route]
    if (route === undefined) return { route: NOT_PROVIDED, address: NOT_PROVIDED }
    const channel = conditions.findIndex(({ id }) => id === "channel") + 1
    const verified = officer.channelConfirmed === undefined ? undefined : words.verifiedHere(channel)
    return {
        route: route.name.zh,
        address: route.address ?? (officer.route === "existing-account" ? BY_ACCOUNT_HOLDER : ADDRESS_UNKNOWN),
        addressSource: sourceOf(route, verified),
    }
}
