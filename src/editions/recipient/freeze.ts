import { printDate } from "../../base/text/time.ts"
import type { Officer } from "../../facts/officer/officer.ts"
import { NOT_PROVIDED_EN } from "../shared/print.words.ts"
import * as words from "./freeze.words.ts"

/** What is to be frozen, as the desk has named it itself. */

export interface FrozenEn {
    readonly kind: string
    readonly value: string
    readonly network?: string
    readonly asset: string
    readonly amount: string
    readonly until: string
    readonly scope: string
    readonly fruits: string
    /** Day of the desk's own answer. */
    readonly confirmedOn: string
}

/** In English; what is blank is said to be. */
export function frozenEn({ request = {} }: Officer): FrozenEn {
    const { kind, value, network, asset, amount, until, scope, fruits, confirmedBy } = request.freeze ?? {}
    return {
        kind: kind === undefined ? NOT_PROVIDED_EN : words.KIND_EN[kind],
        value: value ?? NOT_PROVIDED_EN,
        ...(network === undefined ? {} : { network }),
        asset: asset ?? NOT_PROVIDED_EN,
        amount: amount ?? NOT_PROVIDED_EN,
        until: until === undefined ? NOT_PROVIDED_EN : printDate(until),
        scope: scope === undefined ? NOT_PROVIDED_EN : words.SCOPE_EN[scope],
        fruits: fruits === undefined ? NOT_PROVIDED_EN : words.FRUITS_EN[fruits],
        confirmedOn: confirmedBy?.on === undefined ? NOT_PROVIDED_EN : printDate(confirmedBy.on),
    }
}

/** The same as rows of a table. */
export function frozenRows(officer: Officer): readonly (readonly string[])[] {
    const { kind, value, network, asset, amount, until, scope, fruits, confirmedOn } = frozenEn(officer)
    const { ITEMS } = words
    return [
        [kind, value],
        ...(network === undefined ? [] : [[ITEMS.network, network]]),
        [ITEMS.asset, asset],
        [ITEMS.amount, amount],
        [ITEMS.until, until],
        [ITEMS.scope, scope],
        [ITEMS.fruits, fruits],
        [ITEMS.confirmed, confirmedOn],
    ]
}
