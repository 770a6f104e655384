import { DEFAULT_RECIPIENT } from "./default-recipient.data.ts"
import type { Case } from "./schema.ts"
import { caseSchema } from "./schema.ts"

/** What a case says of its exports, of the times of the event and of the exchange. */
export type ExportsSoFar = Pick<Case, "exports" | "exportRows" | "recipient"> & {
    readonly incident: Partial<Case["incident"]>
    readonly account: Partial<Pick<Case["account"], "exchange">>
}

/**
 * Reads of unfinished answers what exports are read by; what is missing or wrong there is left out, as `check` names it.
 *
 * @param answers - In their text form.
 */
export function exportsSoFar(answers: unknown): ExportsSoFar {
    const { account, incident, exports, exportRows, recipient } = caseSchema.shape
    const given = recordOf(answers)
    const times = recordOf(given.incident)
    const read = Object.fromEntries(
        (["firstOperation", "lastOperation", "noticedAt"] as const).flatMap((field) => {
            const parsed = incident.shape[field].safeParse(times[field])
            return parsed.success && parsed.data !== undefined ? [[field, parsed.data]] : []
        }),
    )
    const list = <T>(parse: (value: unknown) => { success: true; data: T } | { success: false }, value: unknown): T[] =>
        (Array.isArray(value) ? value : []).flatMap((one: unknown) => {
            const parsed = parse(one)
            return parsed.success ? [parsed.data] : []
        })
    const exchange = account.shape.exchange.safeParse(recordOf(given.account).exchange)
    return {
        incident: read,
        account: exchange.success ? { exchange: exchange.data } : {},
        recipient: recipient.catch(DEFAULT_RECIPIENT).parse(given.recipient),
        exports: list((one) => exports.unwrap().element.safeParse(one), given.exports),
        exportRows: list((one) => exportRows.unwrap().element.safeParse(one), given.exportRows),
    }
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
    return typeof value === "object" && value !== null ? { ...value } : {}
}
