import { printChineseDate } from "../../base/text/time.ts"
import type { Officer } from "../../facts/officer/officer.ts"
import { typeIdOf, typeOf } from "../../facts/officer/request-type.ts"
import { shown } from "../shared/print.ts"
import { BLANK } from "./letter.words.ts"
import * as words from "./letter-typed.words.ts"

/** What a letter says by the kind of request; what is blank is a line. */
export function typedZh(officer: Officer): object {
    const id = typeIdOf(officer)
    const { preservation, dataFreeze, freeze = {}, emergency, earlier } = officer.request ?? {}
    const { kind, value, network, asset, amount, until, scope, fruits, confirmedBy } = freeze
    const { treaty } = preservation ?? {}
    const day = (on: Parameters<typeof printChineseDate>[0] | undefined): string =>
        on === undefined ? BLANK : printChineseDate(on)
    const own = {
        preservation: {
            days: preservation?.days ?? BLANK,
            treaty: treaty === undefined ? undefined : { number: treaty.number, date: day(treaty.date) },
        },
        dataFreeze: { until: day(dataFreeze?.until) },
        frozen: {
            kind: kind === undefined ? BLANK : words.KIND_ZH[kind],
            value: shown(value, BLANK),
            network,
            asset: shown(asset, BLANK),
            amount: shown(amount, BLANK),
            until: day(until),
            scope: scope === undefined ? BLANK : words.SCOPE_ZH[scope],
            fruits: fruits === undefined ? BLANK : words.FRUITS_ZH[fruits],
            confirmedOn: day(confirmedBy?.on),
        },
        emergency: { facts: shown(emergency?.factsZh?.replace(/。$/, ""), BLANK) },
        earlier: {
            no: shown(earlier?.no, BLANK),
            ticket: shown(earlier?.ticket, BLANK),
            checkCode: shown(earlier?.checkCode, BLANK),
            agency: earlier?.agencyZh,
        },
    }
    return {
        hasInstrument: typeOf(officer).instrument !== undefined,
        givenBasis: officer.investigation?.legalBasisZh,
        preservation: id === "preservation" ? own.preservation : undefined,
        dataFreeze: id === "data-freeze" ? own.dataFreeze : undefined,
        frozen: id === "freeze" ? own.frozen : undefined,
        emergency: id === "emergency" ? own.emergency : undefined,
        earlier: id === "follow-up" ? own.earlier : undefined,
    }
}
