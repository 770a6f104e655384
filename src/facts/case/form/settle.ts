import type { IssuePath } from "../../../base/issue.ts"
import { splitList } from "../../../base/text/split-list.ts"
import { isUnknown, readTime } from "../../../base/text/time.ts"
import { isMapping, valueAt } from "../../../base/value.ts"
import { assetCalled } from "../../money/asset.ts"
import { codeOf, fieldOf, GROUPS, putAt, questionOf } from "./form.ts"

/** What every case is asked for: left blank altogether, each of its questions is named as missing. */
export const REQUIRED_GROUPS = ["reporter", "account", "incident", "incident.firstOperation", "loss"] as const
/** Lists that are there when nothing is entered in them, where the group they stand in is. */
export const REQUIRED_LISTS = [
    "reports",
    "apiKey.permissions",
    "loss.c2c.buys",
    "loss.c2c.sells",
    "reportDetails.kinds",
] as const

/**
 * The answers of a case in one shape, wherever they were typed: words of the form and names of national money become codes, a single text where
 * several may stand becomes a list, a time with its zone apart one text; what is blank is left out. What is not of the
 * form stays as it is, so that it is named and not lost.
 */
export function settle(answers: unknown): unknown {
    if (answers !== undefined && !isMapping(answers)) return answers
    const tree = { ...Object(settleAt(answers ?? {}, [])) }
    const { apiKey } = tree
    if (isMapping(apiKey) && saysNone(apiKey)) tree.apiKey = { ...apiKey, state: "none" }
    for (const group of REQUIRED_GROUPS) {
        const path = group.split(".")
        const above = path.length === 1 ? tree : valueAt(tree, path.slice(0, -1))
        if (isMapping(above) && valueAt(tree, path) === undefined) putAt(tree, path, {})
    }
    for (const list of REQUIRED_LISTS) {
        const path = list.split(".")
        const above = path.length === 1 ? tree : valueAt(tree, path.slice(0, -1))
        if (isMapping(above) && valueAt(tree, path) === undefined) putAt(tree, path, [])
    }
    return tree
}

/** `无` in the first cell, as the form says, answers the whole question. */
function saysNone({ thirdParty, state }: Readonly<Record<string, unknown>>): boolean {
    return state === undefined && typeof thirdParty === "string" && codeOf("keyState", thirdParty) === "none"
}

function settleAt(value: unknown, path: IssuePath): unknown {
    const field = fieldOf(path)
    if (typeof value === "string") return settleText(value, field)
    if (Array.isArray(value)) {
        const items = value.flatMap((item, i) => {
            const settled = settleAt(item, [...path, i])
            // A list within a list is no answer, and is named.
            return settled === undefined ? [] : typeof item === "string" && Array.isArray(settled) ? settled : [settled]
        })
        if (field === "incident.kind" && items.length === 1) return items[0]
        return items.length === 0 && isKnown(`${field}[]`) ? undefined : items
    }
    if (!isMapping(value)) return value
    const time = questionOf(field)?.kind === "time" ? joinTime(value) : undefined
    if (time !== undefined) return time
    const members = Object.entries(value).map(([key, member]) => [key, settleAt(member, [...path, key])] as const)
    const kept = members.filter(([, member]) => member !== undefined)
    if (kept.length === 0 && GROUPS.has(field)) return undefined
    const [first] = kept
    // A statement of which only its text was given.
    if (kept.length === 1 && first?.[0] === "text" && typeof path.at(-1) === "number" && !field.startsWith("positions"))
        return first[1]
    return Object.fromEntries(kept)
}

function settleText(text: string, field: string): unknown {
    // A blank field that no form has may be what is left of a text: it is named.
    if (text === "") return isKnown(field) || isKnown(`${field}[]`) ? undefined : text
    const question = questionOf(field) ?? questionOf(`${field}[]`)
    if (question === undefined) return text
    if (question.kind === "labels") return splitList(text)
    if (/\.(?:asset|fiat)$/.test(question.field)) return assetCalled(text) ?? text
    const read = question.words === undefined ? text : (codeOf(question.words, text) ?? text)
    // One text where several may stand; a kind alone is written without a list.
    return question.field === field || field === "incident.kind" ? read : [read]
}

function isKnown(field: string): boolean {
    return questionOf(field) !== undefined || GROUPS.has(field)
}

/** `{at, zone}` as one text; the zone is left out where the time does not need it. */
function joinTime({ at, zone, ...others }: Readonly<Record<string, unknown>>): string | undefined {
    if (typeof at !== "string" || Object.keys(others).length > 0) return undefined
    if (zone === undefined) return at
    if (typeof zone !== "string") return undefined
    const alone = readTime(at)
    const needsZone = typeof alone === "string" || (alone.epochMs === undefined && !isUnknown(alone))
    return needsZone ? `${at} ${zone}` : at
}
