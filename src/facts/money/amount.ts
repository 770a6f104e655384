import Big from "big.js"
import { type Issue, type IssueCode, type IssueParams, type IssuePath, issue, type Severity } from "../../base/issue.ts"
import type { EvidenceIssues } from "../../base/issues/evidence.ts"
import { assetOf } from "./asset.ts"

/**
 * Exact decimal amounts. Text comes in, text goes out, and no JavaScript number is ever between them: big.js runs in
 * strict mode, which throws on one. Sums, differences and products are exact; only a quotient and a printed figure are
 * rounded, once, half up (四舍五入).
 */
const Exact = Big()
Exact.strict = true
Exact.RM = 1
Exact.NE = -1e6 // `toString` and `toJSON` never write an exponent
Exact.PE = 1e6

/** An exact decimal number; immutable. Compare with `.cmp`, `.eq`, `.lt`; add with {@link addAmounts}. */
export type Decimal = Big

type MoneyCode = Extract<IssueCode, keyof EvidenceIssues & `money.${string}`>

/** What is to be said about an amount; the caller knows where it stands and makes an issue with {@link amountIssue}. */
export type AmountFinding = {
    [C in MoneyCode]: { readonly code: C; readonly severity: Severity; readonly params: IssueParams[C] }
}[MoneyCode]

export interface ParsedAmount {
    /** Absent exactly when one of the findings is an error. */
    readonly amount?: Decimal
    readonly findings: readonly AmountFinding[]
}

export interface AmountRules {
    /** Whether a sign is allowed, as in a ledger's change column. Default: refused. */
    readonly signed?: boolean
}

const LONGEST = 60 // characters; far above any real amount, so that a pasted text is refused as what it is
const PLAIN = /^(?:0|[1-9]\d*)(?:\.\d+)?$/
const GROUPED = /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/

/**
 * Reads an amount exactly.
 *
 * Accepted: `1234.5`, `1,234.5`; with a note full-width digits, a full-width point or comma, outer spaces and U+2212
 * as minus sign. Refused: an exponent (spreadsheets lose digits with it), a decimal comma, a bare point, leading
 * zeros, digits the asset does not have. Zeros behind the last place are no digits: `3.0000000000000000` USDT is fine.
 *
 * @param text - As written.
 * @param asset - Symbol; decides the decimals.
 */
export function parseAmount(text: string, asset: string, rules: AmountRules = {}): ParsedAmount {
    const spelled = respell(text)
    const digits = spelled.replace(/^[+-]/, "")
    const refuse = (finding: AmountFinding): ParsedAmount => ({ findings: [finding] })
    const shown = text.slice(0, LONGEST)
    if (spelled === "") return refuse({ code: "money.amount.empty", severity: "error", params: {} })
    if (text.length > LONGEST) return refuse(fault("money.amount.malformed", shown))
    if (/^\d[\d.,]*e[+-]?\d+$/i.test(digits)) return refuse(fault("money.amount.exponent", shown))
    if (!PLAIN.test(digits) && !GROUPED.test(digits)) {
        const isNumberLike = /^[\d.,' ]*[.,][\d.,' ]*$/.test(digits) && /\d/.test(digits)
        return refuse(fault(isNumberLike ? "money.amount.ambiguous" : "money.amount.malformed", shown))
    }
    if (digits !== spelled && rules.signed !== true) return refuse(fault("money.amount.signed", shown))
    const plain = spelled.replace(/^\+/, "").replaceAll(",", "")
    const { decimals, symbol } = assetOf(asset)
    const places = (plain.split(".")[1] ?? "").replace(/0+$/, "").length
    if (places > decimals) {
        const params = { text: shown, asset: symbol, decimals, places }
        return refuse({ code: "money.amount.too-precise", severity: "error", params })
    }
    const note: AmountFinding = { code: "money.amount.respelled", severity: "note", params: { text, read: spelled } }
    return { amount: new Exact(plain), findings: spelled === text ? [] : [note] }
}

function fault(
    code: "money.amount.malformed" | "money.amount.exponent" | "money.amount.ambiguous" | "money.amount.signed",
    text: string,
): AmountFinding {
    return { code, severity: "error", params: { text } }
}

/** Half-width digits, point, comma and sign; outer spaces off. */
function respell(text: string): string {
    return text
        .trim()
        .replace(/[０-９．，＋－]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
        .replace(/\u2212/g, "-")
}

/**
 * The amount, or the first finding that forbids it: what a schema's check needs. Notes are dropped; take
 * {@link parseAmount} to see them.
 */
export function checkAmount(text: string, asset: string, rules: AmountRules = {}): Decimal | AmountFinding {
    const { amount, findings } = parseAmount(text, asset, rules)
    if (amount !== undefined) return amount
    return findings.find((f) => f.severity === "error") ?? { code: "money.amount.empty", severity: "error", params: {} }
}

/** True when {@link checkAmount} gave an amount. */
export function isAmount(result: Decimal | AmountFinding): result is Decimal {
    return result instanceof Big
}

/** A finding with its place. */
export function amountIssue(finding: AmountFinding, path: IssuePath): Issue {
    return issue(finding.code, path, finding.params, finding.severity)
}

/** A constant of the program, `"0"` or `"0.01"`. Throws on text that is no plain decimal: that is a fault of ours. */
export function decimal(text: string): Decimal {
    if (!PLAIN.test(text.replace(/^-/, ""))) throw new TypeError(`not a plain decimal: ${text}`)
    return new Exact(text)
}

/** Exact sum; zero for no amounts. */
export function addAmounts(amounts: readonly Decimal[]): Decimal {
    return amounts.reduce((sum, amount) => sum.plus(amount), new Exact("0"))
}

/** Exact difference `a - b`, negative where b is larger. */
export function subtractAmounts(a: Decimal, b: Decimal): Decimal {
    return a.minus(b)
}

/**
 * Quotient rounded half up to a number of places, in one step: no digit beyond is computed first, so that nothing is
 * rounded twice. `undefined` when the divisor is zero.
 */
export function divideAmounts(a: Decimal, b: Decimal, places: number): Decimal | undefined {
    if (b.eq("0")) return undefined
    const Rounding = Big()
    Rounding.strict = true
    Rounding.RM = 1
    Rounding.DP = places
    return new Exact(new Rounding(a).div(b).toFixed(places))
}
