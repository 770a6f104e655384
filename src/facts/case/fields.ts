import * as z from "zod"
import { parseTime, type Time } from "../../base/text/time.ts"
import { checkAmount } from "../money/amount.ts"

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

/** A time with its zone: one text, or `{at, zone}` where `zone: unknown` admits that it is not known. */
export const time = z
    .union([z.string(), z.strictObject({ at: z.string(), zone: z.string() })], { error: "time" })
    .transform((value, context): Time => {
        const parsed = typeof value === "string" ? parseTime(value) : parseTime(value.at, value.zone)
        const found = typeof value === "string" ? value : `${value.at} ${value.zone}`
        return typeof parsed === "string" ? fault(context, `input.time.${parsed}`, { found }) : parsed
    })

/** A time whose zone must be known: times of acts, which are printed in metadata. */
export const knownTime = time.superRefine((value, context) => {
    if (value !== undefined && value.epochMs === undefined)
        fault(context, "input.time.zone-missing", { found: value.local })
})

/** A calendar date, `2023-03-21`; read as Beijing time. */
export const date = z.string({ error: "date" }).transform((value, context): Time => {
    const parsed = parseTime(value, "+08:00")
    if (typeof parsed === "string")
        return fault(context, parsed === "impossible" ? "input.time.impossible" : "input.date.format", { found: value })
    return parsed
})

/** Ticker of an asset or ISO 4217 code of a currency. */
export const assetCode = z.string().superRefine((value, context) => {
    if (!/^[A-Z0-9]{2,20}$/.test(value)) fault(context, "input.asset.format", { found: value })
})

/** Amount of an asset. The text is checked for digits and decimals and kept as written without grouping. */
export const amount = z
    .strictObject({ asset: assetCode, amount: z.string({ error: "number" }) })
    .superRefine(checkedAmount)

function checkedAmount(value: { asset: string; amount: string }, context: z.RefinementCtx): void {
    const checked = checkAmount(value.amount, value.asset)
    if ("code" in checked)
        context.addIssue({ code: "custom", path: ["amount"], params: { ...checked.params, code: checked.code } })
}

/** A plain decimal number that is no amount of an asset: quantity of a contract, price. */
export const decimal = z.string({ error: "number" }).superRefine((value, context) => {
    if (!/^\d{1,30}(?:\.\d{1,18})?$/.test(value)) fault(context, "input.decimal.format", { found: value })
})

/** Identifiers, addresses and links: visible ASCII only, so that nothing look-alike or invisible hides in them. */
export const identifier = z.string().superRefine((value, context) => {
    if (!/^[\x21-\x7E]{1,200}$/.test(value)) fault(context, "input.identifier.characters", { found: value })
})

/** Destination tag or memo of a transfer: a number, or a short code of letters and digits. */
export const memo = z.string().superRefine((value, context) => {
    if (!/^[A-Za-z0-9_-]{1,64}$/.test(value)) fault(context, "input.memo.format", { found: value })
})

/** `https://…` or a bare host; blanks, backslashes and broken percent escapes are refused. */
export const url = identifier.superRefine((value, context) => {
    if (
        !/^(?:https?:\/\/)?[A-Za-z0-9.-]+\.[A-Za-z0-9-]{2,}(?::\d+)?(?:[/?#].*)?$/.test(value) ||
        /\\|%(?![0-9A-Fa-f]{2})/.test(value)
    )
        fault(context, "input.url.format", { found: value })
})

export const email = identifier.superRefine((value, context) => {
    if (!/^[^@\s]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/.test(value))
        fault(context, "input.email.format", { found: value })
})

export const ipAddress = z.string().superRefine((value, context) => {
    const v4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/.test(value)
    const v6 = /^[0-9A-Fa-f:]{2,39}$/.test(value) && value.includes(":")
    if (!v4 && !v6) fault(context, "input.ip.format", { found: value })
})

/** Telephone number as people write it; the E.164 form is the checklist's business. */
export const phone = z.string().superRefine((value, context) => {
    if (!/^\+?[\d\s()（）-]{5,25}$/.test(value)) fault(context, "input.phone.format", { found: value })
})

/** Label of a file in `evidence.lock.json`. */
export const evidenceLabel = z.string().superRefine((value, context) => {
    if (!/^[EX]\d{2,4}$/.test(value)) fault(context, "input.label.format", { found: value })
})

/** Amount of an asset with the record that shows it. */
export const sourcedAmount = z
    .strictObject({
        asset: assetCode,
        amount: z.string({ error: "number" }),
        source: text.optional(),
        evidence: z.array(evidenceLabel).optional(),
    })
    .superRefine(checkedAmount)

/** Text with what backs it: a fact that a record shows, a claim of the person, or something disputed. */
export const statement = z
    .union([
        text,
        z.strictObject({
            text,
            status: z.enum(["fact", "claim", "disputed"]).optional(),
            source: text.optional(),
            evidence: z.array(evidenceLabel).optional(),
        }),
    ])
    .transform((value) => (typeof value === "string" ? { text: value } : value))

export type Statement = z.output<typeof statement>
export type Amount = z.output<typeof amount>
