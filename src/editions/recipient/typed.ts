import { printDate } from "../../base/text/time.ts"
import type { Officer } from "../../facts/officer/officer.ts"
import { typeIdOf, typeOf } from "../../facts/officer/request-type.ts"
import { NOT_PROVIDED_EN } from "../shared/print.words.ts"
import { frozenEn } from "./freeze.ts"
import * as words from "./typed.words.ts"

/** What the English page says by the kind of request, beside what all have; from the officer's own fields alone. */

/** The letter of the schedule that lists the enclosures. */
export function enclosuresSchedule(officer: Officer): string {
    return typeOf(officer).narrative === "whole" ? words.ENCLOSURES_AFTER_CHRONOLOGY : words.ENCLOSURES
}

/** Members of the view of 01-Request. */
export function typedEn(officer: Officer): object {
    const id = typeIdOf(officer)
    const { title, instrument, narrative, provides, data } = typeOf(officer)
    const { preservation, dataFreeze, emergency, earlier } = officer.request ?? {}
    const own = {
        preservation: {
            days: preservation?.days ?? NOT_PROVIDED_EN,
            treaty:
                preservation?.treaty === undefined
                    ? undefined
                    : { number: preservation.treaty.number, date: printDate(preservation.treaty.date) },
        },
        "data-freeze": { until: dataFreeze?.until === undefined ? NOT_PROVIDED_EN : printDate(dataFreeze.until) },
        freeze: frozenEn(officer),
        "follow-up": {
            no: earlier?.no ?? NOT_PROVIDED_EN,
            ticket: earlier?.ticket ?? NOT_PROVIDED_EN,
            checkCode: earlier?.checkCode ?? NOT_PROVIDED_EN,
            agency: earlier?.agencyEn,
        },
        emergency: { facts: emergency?.factsEn?.replace(/\.$/, "") ?? NOT_PROVIDED_EN },
    }
    return {
        title: title.en,
        typeLine: words.TYPE_LINE[id],
        isTyped: id !== "disclosure",
        hasInstrument: instrument !== undefined,
        hasBasis: instrument !== undefined || officer.investigation?.legalBasisEn !== undefined,
        tells: narrative !== "none",
        provides,
        asksData: data,
        confirm: words.CONFIRM[id],
        instrumentAsks: words.INSTRUMENT_ASKS[id],
        schedule: enclosuresSchedule(officer),
        preservation: id === "preservation" ? own.preservation : undefined,
        dataFreeze: id === "data-freeze" ? own["data-freeze"] : undefined,
        frozen: id === "freeze" ? own.freeze : undefined,
        earlier: id === "follow-up" ? own["follow-up"] : undefined,
        emergency: id === "emergency" ? own.emergency : undefined,
    }
}
