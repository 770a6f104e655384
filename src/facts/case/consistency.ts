import { type Issue, type IssuePath, issue } from "../../base/issue.ts"
import type { OpenQuestion, OtherKind } from "../../base/issues/consistency.ts"
import { halfWidth } from "../../base/text/hygiene.ts"
import { isBefore, isDay, isUnknown, printBeijing, type Time } from "../../base/text/time.ts"
import { isUnknownWord } from "../../base/text/uncertain.ts"
import { assetOf } from "../money/asset.ts"
import { quantityOf } from "../money/stated.ts"
import { creditCodeCheck } from "./credit-code.ts"
import { findDiscrepancies } from "./discrepancies.ts"
import { foreignTexts } from "./foreign-text.ts"
import { idNumberCheck } from "./id-number.ts"
import { paidPart } from "./paid.ts"
import type { Case } from "./schema.ts"

type At = (path: IssuePath) => IssuePath

/** Findings that need more than one field, or that do not stop the work: shown, never mended. */
export function checkConsistency(facts: Case, at: At): Issue[] {
    return [
        ...zones(facts, at),
        ...unknown(facts, at),
        ...ranges(facts, at),
        ...order(facts, at),
        ...future(facts, at),
        ...creditCodes(facts, at),
        ...personalNumbers(facts, at),
        ...names(facts, at),
        ...assets(facts, at),
        ...links(facts, at),
        ...joinedEntries(facts, at),
        ...open(facts, at),
        ...phoneAlone(facts, at),
        ...otherKind(facts, at),
        ...findDiscrepancies(facts, at).map(({ found }) => found),
        ...disputed(facts, at),
        ...foreign(facts, at),
    ]
}

function zones(facts: Case, at: At): Issue[] {
    return timesOf(facts).flatMap(({ time, path }) =>
        time.epochMs === undefined && !isUnknown(time) && !isDay(time)
            ? [issue("case.time.zone-unknown", at(path), { found: time.local }, "warning")]
            : [],
    )
}

/** What the exchange's exports would tell: times and quantities that are not known. */
function unknown(facts: Case, at: At): Issue[] {
    return [
        ...timesOf(facts).flatMap(({ time, path }) =>
            isUnknown(time) ? [issue("case.time.unknown", at(path), {}, "warning")] : [],
        ),
        ...facts.loss.assets.flatMap((row, i) => {
            const quantity = quantityOf(row)
            const path = at(["loss", "assets", i])
            if (quantity === undefined)
                return [issue("case.loss.quantity-unknown", path, { asset: row.asset }, "warning")]
            return quantity.eq("0") ? [issue("case.loss.zero", path, { asset: row.asset }, "warning")] : []
        }),
    ]
}

/** Days that bound a range of records and do not say whose days they are. */
function ranges({ loss: { c2c } }: Case, at: At): Issue[] {
    if (c2c === undefined) return []
    const open = (["from", "to"] as const).filter((end) => isDay(c2c[end]) && c2c[end].epochMs === undefined)
    const [first] = open
    const days = open.map((end) => c2c[end].local).join("、")
    return first === undefined
        ? []
        : [issue("case.range.zone-unstated", at(["loss", "c2c", first]), { days }, "warning")]
}

/** Entries of lists of names that hold what people put between names. */
function joinedEntries({ account, apiKey, twoFactor, loss, reportDetails }: Case, at: At): Issue[] {
    const lists: readonly (readonly [readonly string[] | undefined, IssuePath])[] = [
        [account.products, ["account", "products"]],
        [apiKey?.permissions, ["apiKey", "permissions"]],
        [twoFactor?.kinds, ["twoFactor", "kinds"]],
        [loss.sources, ["loss", "sources"]],
        [loss.c2c?.payment, ["loss", "c2c", "payment"]],
        [reportDetails?.kinds, ["reportDetails", "kinds"]],
    ]
    return lists.flatMap(([entries = [], path]) =>
        entries.flatMap((found, i) => {
            const parts = namesIn(found)
            return parts.length < 2 ? [] : [issue("case.list.joined", at([...path, i]), { found, parts }, "warning")]
        }),
    )
}

/** The names that a text lists, split at what stands in no brackets; none where a part is too long to be a name. */
function namesIn(text: string): readonly string[] {
    const parts: string[] = [""]
    let depth = 0
    for (const sign of text) {
        if (/[(（[【《“]/.test(sign)) depth++
        if (/[)）\]】》”]/.test(sign)) depth--
        if (depth <= 0 && /[、，,；;/／|｜\n]/.test(sign)) parts.push("")
        else parts.push((parts.pop() ?? "") + sign)
    }
    const names = parts.map((part) => part.trim()).filter((part) => part !== "")
    return names.every(isName) ? names : []
}

/** Short enough for a name, what is said of it in brackets aside: people put commas between clauses as well. */
function isName(text: string): boolean {
    const bare = text.replace(/[（(].*[)）]/g, "")
    return bare.length <= 30 && (bare.match(/\p{Script=Han}/gu) ?? []).length <= 8
}

/** Sentences on which accounts differ: the police will ask for both sides. */
function disputed(facts: Case, at: At): Issue[] {
    const found: Issue[] = []
    walk({ narrative: facts.narrative, timeline: facts.timeline }, (value, path) => {
        if (typeof value === "object" && value !== null && "status" in value && value.status === "disputed")
            found.push(issue("case.statement.disputed", at(path), {}, "note"))
        return false
    })
    return found
}

/** Once for all of them: the first stands for the others. */
function foreign(facts: Case, at: At): Issue[] {
    const all = foreignTexts(facts)
    const [first] = all
    if (first === undefined) return []
    return [issue("case.text.foreign", at(first.path), { count: all.length }, "warning")]
}

function isTime(value: unknown): value is Time {
    return typeof value === "object" && value !== null && "local" in value && "epochMs" in value
}

function order(facts: Case, at: At): Issue[] {
    const { firstOperation, lastOperation, noticedAt } = facts.incident
    const found: Issue[] = []
    const check = (earlier: Time, later: Time, path: IssuePath, other: string): void => {
        if (!isBefore(later, earlier)) return
        const params = { first: printBeijing(earlier), second: printBeijing(later), other }
        found.push(issue("case.time.order", at(path), params, "warning"))
    }
    if (lastOperation !== undefined)
        check(firstOperation.at, lastOperation.at, ["incident", "lastOperation", "at"], "incident.firstOperation.at")
    check(firstOperation.at, noticedAt, ["incident", "noticedAt"], "incident.firstOperation.at")
    return found
}

function creditCodes(facts: Case, at: At): Issue[] {
    return (facts.organisations ?? []).flatMap(({ creditCode }, i) => {
        const path = at(["organisations", i, "creditCode"])
        if (creditCode === undefined) return []
        const check = creditCodeCheck(creditCode)
        if (check === "form") return [issue("case.credit-code.form", path, { found: creditCode }, "warning")]
        return check === undefined
            ? []
            : [issue("case.credit-code.check-character", path, { found: creditCode, expected: check }, "warning")]
    })
}

/** An identity number by its check character, mobile numbers by their length. */
function personalNumbers({ reporter, account, contacts = [] }: Case, at: At): Issue[] {
    const { idKind = "resident", idNumber: found } = reporter
    const check = found === undefined || idKind !== "resident" ? undefined : idNumberCheck(found)
    const path = at(["reporter", "idNumber"])
    const idNumber: Issue[] =
        check === undefined
            ? []
            : check === "form"
              ? [issue("case.id-number.form", path, {}, "warning")]
              : [issue("case.id-number.check-character", path, {}, "warning")]
    const phones: readonly (readonly [string | undefined, IssuePath])[] = [
        [reporter.phone, ["reporter", "phone"]],
        [account.registeredPhone, ["account", "registeredPhone"]],
        ...contacts.map(({ phone }, i) => [phone, ["contacts", i, "phone"]] as const),
    ]
    return [
        ...idNumber,
        ...phones.flatMap(([phone, where]) => {
            const digits = halfWidth(phone ?? "").replace(/^\+?86(?=[\s1-])|[\s()-]/g, "")
            const isShort = /^1[3-9]\d*$/.test(digits) && digits.length !== 11
            return isShort
                ? [issue("case.phone.length", at(where), { found: phone ?? "", length: digits.length }, "warning")]
                : []
        }),
    ]
}

/** What names of organisations have and those of people do not. */
const ORGANISATION =
    /公司|集团|合作社|事务所|工作室|商行|经营部|研究院|协会|基金会|\b(?:Ltd|Limited|Inc|LLC|GmbH|Corp|Company|Co)\b/i

/** A name as a form would not have it, and a reference that tells a name or number. */
function names({ ref, reporter }: Case, at: At): Issue[] {
    const { name, namePinyin = "", phone, idNumber = "" } = reporter
    const parts = namePinyin.toUpperCase().match(/[A-Z]{3,}/g) ?? []
    const letters = ref.split(/[^A-Z]+/)
    const whole = parts.join("")
    const told =
        parts.find((part) => letters.includes(part)) ?? (whole !== "" && ref.includes(whole) ? whole : undefined)
    const digits = ref
        .match(/\d{6,}/g)
        ?.find((run) => [halfWidth(phone), idNumber].some((own) => digitsOf(own).includes(run)))
    const found = told ?? digits
    return [
        ...(ORGANISATION.test(name)
            ? [issue("case.name.organisation", at(["reporter", "name"]), { found: name }, "warning")]
            : /[“”"'‘’「」『』（）()\d]/.test(name)
              ? [issue("case.name.odd", at(["reporter", "name"]), { found: name }, "warning")]
              : []),
        ...(found === undefined ? [] : [issue("case.ref.personal", at(["ref"]), { found }, "warning")]),
    ]
}

const digitsOf = (text: string): string => text.replace(/\D/g, "")

/** Times that lie after the materials were made. */
function future(facts: Case, at: At): Issue[] {
    return timesOf(facts).flatMap(({ time, path }) =>
        path[0] !== "preparedAt" && isBefore(facts.preparedAt, time)
            ? [issue("case.time.future", at(path), { found: printBeijing(time) }, "warning")]
            : [],
    )
}

/** Assets that no list knows: a slip of typing, or a text that does not belong here. */
function assets(facts: Case, at: At): Issue[] {
    const seen = new Set<string>()
    return amountsOf(facts).flatMap(({ asset, path }) => {
        if (assetOf(asset).isKnown || seen.has(asset)) return []
        seen.add(asset)
        return [issue("case.asset.unknown", at([...path, "asset"]), { found: asset }, "warning")]
    })
}

/** What a kind of incident asks for and nobody answered. */
function open({ incident, transfers = [], bankAccounts = [], apiKey, sites = [] }: Case, at: At): Issue[] {
    const { kind, cause, device } = incident
    const isMoved = kind.includes("unauthorised-withdrawal") || kind.includes("unauthorised-transfer")
    const isPaid = kind.includes("payment-by-deception")
    const left = transfers.filter(({ to }) => !isUnknownWord(to))
    const questions: readonly (readonly [OpenQuestion, boolean])[] = [
        ["destination", isMoved && left.length === 0],
        ["payment", isPaid && left.length === 0 && bankAccounts.length === 0],
        ["api-key", cause === "api-key" && apiKey === undefined],
        ["site", cause === "phishing" && sites.length === 0],
        ["device", (cause === "device" || cause === "login") && device === undefined],
    ]
    return questions.flatMap(([question, isOpen]) =>
        isOpen ? [issue("case.question.open", at(["incident", "kind"]), { question }, "warning")] : [],
    )
}

function phoneAlone({ account: { uid, registeredEmail, registeredPhone } }: Case, at: At): Issue[] {
    const isAlone = uid === undefined && registeredEmail === undefined && registeredPhone !== undefined
    return isAlone ? [issue("case.account.phone-alone", at(["account"]), {}, "warning")] : []
}

/**
 * What stands there from another kind of incident, as when somebody thinks anew of what happened: who was only talked into
 * paying operated the account alone, and each of these makes a request ask for log-ins and keys as well, or tells of orders
 * that were not the user's.
 */
function otherKind({ incident, apiKey, orders = [] }: Case, at: At): Issue[] {
    const { kind, cause, device } = incident
    if (paidPart(kind) !== "all") return []
    const answers: readonly (readonly [OtherKind, IssuePath, boolean])[] = [
        ["cause", ["incident", "cause"], cause === "api-key" || cause === "device" || cause === "login"],
        ["api-key", ["apiKey"], apiKey !== undefined && apiKey.state !== "none"],
        ["orders", ["orders"], orders.length > 0],
        ["device", ["incident", "device"], device !== undefined && !isUnknownWord(device)],
    ]
    return answers.flatMap(([answer, path, isThere]) =>
        isThere ? [issue("case.answer.other-kind", at(path), { answer }, "warning")] : [],
    )
}

/** Links that no browser would open as they stand. */
function links({ sites = [], reportDetails }: Case, at: At): Issue[] {
    const all = [
        ...sites.map(({ url }, i) => ({ url, path: ["sites", i, "url"] as IssuePath })),
        ...(reportDetails?.sites ?? []).map(({ url }, i) => ({
            url,
            path: ["reportDetails", "sites", i, "url"] as IssuePath,
        })),
    ]
    return all.flatMap(({ url, path }) =>
        /\\|%(?![0-9A-Fa-f]{2})|[\uFF01-\uFF5E]/.test(url)
            ? [issue("case.url.odd", at(path), { found: url.slice(0, 80) }, "warning")]
            : [],
    )
}

function timesOf(facts: Case): { time: Time; path: IssuePath }[] {
    const found: { time: Time; path: IssuePath }[] = []
    walk(facts, (value, path) => {
        if (!isTime(value)) return false
        found.push({ time: value, path })
        return true
    })
    return found
}

function amountsOf(facts: Case): { asset: string; path: IssuePath }[] {
    const found: { asset: string; path: IssuePath }[] = []
    walk(facts, (value, path) => {
        // What columns of an export are called is no asset.
        if (path[0] === "exports") return true
        if (typeof value === "object" && value !== null && "asset" in value && typeof value.asset === "string")
            found.push({ asset: value.asset, path })
        return false
    })
    return found
}

/** Visits every value; not below one that `visit` says it has dealt with. */
function walk(value: unknown, visit: (value: unknown, path: IssuePath) => boolean, path: IssuePath = []): void {
    if (visit(value, path)) return
    if (Array.isArray(value)) value.forEach((item, i) => void walk(item, visit, [...path, i]))
    else if (typeof value === "object" && value !== null)
        for (const [key, member] of Object.entries(value)) walk(member, visit, [...path, key])
}
