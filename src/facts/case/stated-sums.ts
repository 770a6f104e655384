import type { IssuePath } from "../../base/issue.ts"
import { textsOf } from "../../base/value.ts"
import { checkAmount, type Decimal, isAmount } from "../money/amount.ts"

/** Sums that a person wrote into a sentence: `349776.83 - 63359.27 = 286417.56`. */

export interface FalseSum {
    readonly path: IssuePath
    /** As written. */
    readonly stated: string
    /** With the figure that is computed, or that the case states elsewhere. */
    readonly computed: string
}

const NUMBER = String.raw`\d[\d,]*(?:\.\d+)?`
const UNIT = String.raw`(?:\s*(?:[A-Z]{2,10}|元|美元|万|个|枚))?`
const SUM = new RegExp(
    String.raw`(?<![\d.,])(${NUMBER})${UNIT}\s*((?:[-−－–+＋减加]\s*${NUMBER}${UNIT}\s*)+)(?:=|＝|等于|共计|合计)\s*(${NUMBER})(?![\d,])`,
    "g",
)
const TERM = new RegExp(String.raw`([-−－–+＋减加])\s*(${NUMBER})`, "g")
const PLUS = /[+＋加]/

/**
 * Sums of all texts that are false, and true ones in which some terms are amounts of the case and one is not.
 *
 * @param typed - Amounts of the case to hold the terms against; may be empty.
 */
export function falseSums(facts: unknown, typed: readonly Decimal[]): readonly FalseSum[] {
    return textsOf(facts).flatMap(({ path, text }) => inText(text, path, typed))
}

function inText(text: string, path: IssuePath, typed: readonly Decimal[]): FalseSum[] {
    return [...text.matchAll(SUM)].flatMap(([stated, first = "", rest = "", result = ""]) => {
        if (/万/.test(stated)) return []
        const start = read(first)
        const total = read(result)
        const terms = [...rest.matchAll(TERM)].map(([, sign = "", figure = ""]) => ({ sign, value: read(figure) }))
        if (start === undefined || total === undefined || terms.some(({ value }) => value === undefined)) return []
        let sum = start
        for (const { sign, value } of terms)
            if (value !== undefined) sum = PLUS.test(sign) ? sum.plus(value) : sum.minus(value)
        if (!sum.eq(total)) return [{ path, stated, computed: `= ${sum.toFixed()}` }]
        const parts = [start, ...terms.flatMap(({ value }) => value ?? []), total]
        const strange = parts.filter((part) => !typed.some((amount) => amount.eq(part)))
        if (strange.length === 0 || strange.length === parts.length || terms.length !== 1 || typed.length !== 3)
            return []
        return [
            {
                path,
                stated,
                computed: `${typed[0]?.toFixed() ?? ""} − ${typed[1]?.toFixed() ?? ""} = ${typed[2]?.toFixed() ?? ""}`,
            },
        ]
    })
}

function read(figure: string): Decimal | undefined {
    const value = checkAmount(figure.replaceAll(",", ""), "")
    return isAmount(value) ? value : undefined
}
