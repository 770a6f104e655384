import type { Officer } from "../../facts/officer/officer.ts"
import { typeIdOf } from "../../facts/officer/request-type.ts"
import { frozenEn } from "../recipient/freeze.ts"
import { NOT_PROVIDED_EN } from "../shared/print.words.ts"
import { ASKED, type Asked } from "./portal.words.ts"

/** Answers to a portal's form that one kind of request has of its own. */
export function typedValues<T>(officer: Officer, value: (asked: Asked, copy: string) => T): readonly T[] {
    const { preservation, dataFreeze, emergency, earlier } = officer.request ?? {}
    switch (typeIdOf(officer)) {
        case "preservation": {
            const { days, treaty } = preservation ?? {}
            const pending = treaty === undefined ? [] : [value(ASKED.treaty, `${treaty.number}, ${treaty.date.local}`)]
            return [value(ASKED.days, days ?? NOT_PROVIDED_EN), ...pending]
        }
        case "data-freeze":
            return [value(ASKED.until, dataFreeze?.until?.local ?? NOT_PROVIDED_EN)]
        case "freeze": {
            const {
                kind,
                value: account,
                network,
                asset,
                amount,
                until,
                scope,
                fruits,
                confirmedOn,
            } = frozenEn(officer)
            return [
                value(ASKED.account, `${kind} ${account}${network === undefined ? "" : ` (${network})`}`),
                value(ASKED.amount, `${amount} ${asset}`),
                value(ASKED.scope, scope),
                value(ASKED.fruits, fruits),
                value(ASKED.until, until),
                value(ASKED.confirmed, confirmedOn),
            ]
        }
        case "emergency":
            return [value(ASKED.danger, emergency?.factsEn ?? NOT_PROVIDED_EN)]
        case "follow-up":
            return [value(ASKED.ticket, earlier?.ticket ?? NOT_PROVIDED_EN)]
        case "disclosure":
            return []
    }
}
