import * as z from "zod"
import { halfWidth } from "../../base/text/hygiene.ts"
import { dayReadings, isUnknown, parseTime, readTime, type Time } from "../../base/text/time.ts"
import { isUnknownWord } from "../../base/text/uncertain.ts"
import { readStated, type StatedAmount } from "../money/stated.ts"
import { internalNumber } from "./account-number.ts"
import { isIpAddress } from "./ip-address.ts"

/**
 * Field types that the case and the officer data share. Every scalar arrives as text (YAML failsafe schema), so a
 * 20-digit id never becomes a number. A fault carries its issue code in `params.code`, and `error` names what a person
 * is asked for where "text" says too little; see `input-issues.ts`.
 */

/** Reports a fault of our own from inside a schema. */
export function fault(
    context: z.RefinementCtx,
    code: string,
    params: Readonly<Record<string, string | number>>,
): never {
    context.addIssue({ code: "custom", params: { code, ...params } })
    return z.NEVER
}

/** Text that is not blank. */
export const text = z.string().superRefine((value, context) => {
    if (value.trim() === "") fault(context, "input.field.empty", {})
})

/** Names that Windows keeps for devices: a ZIP with such a folder cannot be unpacked there. */
const DEVICE = /^(?:COM|LPT)[0-9]$/

/** A reference, of which names of files and folders are made: nothing but what has that form may become one. */
export const reference = (form: RegExp) =>
    z.string().superRefine((value, context) => {
        if (!form.test(value)) fault(context, "case.ref.format", { found: value })
        else if (DEVICE.test(value)) fault(context, "case.ref.device", { found: value })
    })

/**
 * A time as far as it is known: one text, or `{at, zone}`; `zone: unknown` and no zone admit that it is not known, `不清楚`
 * that nothing is.
 */
export const time = z
    .union([z.string(), z.strictObject({ at: z.string(), zone: z.string().optional() })], { error: "time" })
    .transform((value, context): Time => {
        const { at, zone } = typeof value === "string" ? { at: value } : value
        const parsed = readTime(at, zone)
        const found = zone === undefined ? at : `${at} ${zone}`
        if (parsed === "date-ambiguous") return ambiguous(context, at)
        return typeof parsed === "string" ? fault(context, `input.time.${parsed}`, { found }) : parsed
    })

function ambiguous(context: z.RefinementCtx, found: string): never {
    return fault(context, "input.time.date-ambiguous", { found, readings: dayReadings(found).join("、") })
}

/** A time whose zone must be known: times of acts, which are printed in metadata. */
export const knownTime = time.superRefine((value, context) => {
    if (value === undefined || value.epochMs !== undefined) return
    if (isUnknown(value)) fault(context, "input.time.format", { found: "不清楚" })
    else fault(context, "input.time.zone-missing", { found: value.local })
})

/** A calendar date, `2023-03-21`; read as Beijing time. */
export const date = z.string({ error: "date" }).transform((value, context): Time => {
    const parsed = parseTime(value, "+08:00")
    if (parsed === "date-ambiguous") return ambiguous(context, value)
    if (typeof parsed === "string")
        return fault(context, parsed === "impossible" ? "input.time.impossible" : "input.date.format", { found: value })
    return parsed
})

/** Ticker of an asset or ISO 4217 code of a currency: 1 to 20 letters or figures of any script, as written. */
export const assetCode = z.string().superRefine((value, context) => {
    if (!/^[\p{L}\p{N}]{1,20}$/u.test(value)) fault(context, "input.asset.format", { found: value })
})

/** A market: what {@link assetCode} may be, and the signs that exchanges put between two assets. */
export const marketSymbol = z.string().superRefine((value, context) => {
    if (!/^[\p{L}\p{N}_\-/:.]{1,60}$/u.test(value)) fault(context, "input.symbol.format", { found: value })
})

/** Amount of an asset as stated: a figure, about one, or `不清楚`; see {@link readStated}. */
export const amount = z
    .strictObject({ asset: assetCode, amount: z.string({ error: "number" }) })
    .superRefine(checkedAmount)

function checkedAmount(value: StatedAmount, context: z.RefinementCtx): void {
    const read = readStated(value)
    if ("code" in read)
        context.addIssue({ code: "custom", path: ["amount"], params: { ...read.params, code: read.code } })
}

/** A plain decimal number that is no amount of an asset: quantity of a contract, price. */
export const decimal = z.string({ error: "number" }).superRefine((value, context) => {
    if (!/^\d{1,30}(?:\.\d{1,18})?$/.test(value)) fault(context, "input.decimal.format", { found: value })
})

function checkIdentifier(value: string, context: z.RefinementCtx): void {
    if (value.length > IDENTIFIER_LONGEST)
        fault(context, "input.text.length", { length: value.length, longest: IDENTIFIER_LONGEST })
    else if (isUnknownWord(value)) fault(context, "input.identifier.unknown", { found: value })
    else if (!/^[\x21-\x7E]+$/.test(value)) fault(context, "input.identifier.characters", { found: value })
}
const IDENTIFIER_LONGEST = 200

/** Identifiers and addresses: visible ASCII only, so that nothing look-alike or invisible hides in them. */
export const identifier = z.string().superRefine(checkIdentifier)

/** The hash of a transfer, or what a platform writes in its place where it never reached a chain. */
export const transferNumber = z.string().superRefine((value, context) => {
    if (internalNumber(value) === undefined) checkIdentifier(value, context)
})

/** Destination tag or memo of a transfer: a number, or a short code of letters and digits. */
export const memo = z.string().superRefine((value, context) => {
    if (!/^[A-Za-z0-9_-]{1,64}$/.test(value)) fault(context, "input.memo.format", { found: value })
})

/** A link as it was met, in any script: it is a fact, also where it is malformed. What looks odd is asked about. */
export const url = z.string().superRefine((value, context) => {
    if (value.length > URL_LONGEST) fault(context, "input.text.length", { length: value.length, longest: URL_LONGEST })
    else if (/\s/.test(value.trim()) || !/[^\s.]\.[^\s.]/.test(value))
        fault(context, "input.url.format", { found: value })
})
const URL_LONGEST = 2000

export const email = identifier.superRefine((value, context) => {
    if (isUnknownWord(value)) return
    if (!/^[^@\s]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/.test(value))
        fault(context, "input.email.format", { found: value })
})

/** An IP address as logs show it, see {@link isIpAddress}. */
export const ipAddress = z.string().superRefine((value, context) => {
    if (!isIpAddress(value)) fault(context, "input.ip.format", { found: value })
})

/** Telephone numbers as people write them, several with a stroke between; the E.164 form is the checklist's business. */
export const phone = z.string().superRefine((value, context) => {
    const numbers = halfWidth(value).split(/[/、;]/)
    if (!numbers.every((number) => PHONE.test(number.trim()))) fault(context, "input.phone.format", { found: value })
})
const PHONE = /^\+?[\d\s()-]{5,25}(?:[\s,]*(?:转|分机|ext\.?|x|#)\s*[\d-]{1,8})?$/i

/** Label of a file in `evidence.lock.json`. */
export const evidenceLabel = z.string().superRefine((value, context) => {
    if (!/^[EX]\d{2,4}$/.test(value)) fault(context, "input.label.format", { found: value })
})

/** Asset with the record that shows it; without an amount where its quantity is not known. */
export const sourcedAmount = z
    .strictObject({
        asset: assetCode,
        amount: z.string({ error: "number" }).optional(),
        source: text.optional(),
        evidence: z.array(evidenceLabel).optional(),
    })
    .superRefine(checkedAmount)

/** Keeps a sentence in the papers for the police that is otherwise left out of them, see `police-edition.ts`. */
export const policeToo = z.enum(["yes", "no"]).optional()

/** Text with what backs it: a fact that a record shows, a claim of the person, or something disputed. */
export const statement = z
    .union([
        text,
        z.strictObject({
            text,
            status: z.enum(["fact", "claim", "disputed"]).optional(),
            source: text.optional(),
            evidence: z.array(evidenceLabel).optional(),
            policeToo,
        }),
    ])
    .transform((value) => (typeof value === "string" ? { text: value } : value))

export type Statement = z.output<typeof statement>
