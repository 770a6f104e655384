import { printDate } from "../../base/text/time.ts"
import type { Officer } from "../../facts/officer/officer.ts"
import { typeIdOf } from "../../facts/officer/request-type.ts"
import { NOT_PROVIDED_EN } from "../shared/print.words.ts"
import { frozenEn } from "./freeze.ts"
import { CONFIRM } from "./typed.words.ts"
import * as words from "./typed-mail.words.ts"

/** Lines of the mail that one kind of request has of its own. */
export function typedItems(officer: Officer): readonly string[] {
    const id = typeIdOf(officer)
    const { preservation, dataFreeze, emergency, earlier } = officer.request ?? {}
    const confirm = CONFIRM[id]
    const confirmed = confirm === undefined ? [] : [words.confirm(confirm)]
    switch (id) {
        case "preservation": {
            const { days, treaty } = preservation ?? {}
            const pending = treaty === undefined ? [] : [words.treaty(treaty.number, printDate(treaty.date))]
            return [words.keep(days ?? NOT_PROVIDED_EN), ...pending, ...confirmed]
        }
        case "data-freeze":
            return [
                words.keepUnchanged(dataFreeze?.until === undefined ? NOT_PROVIDED_EN : printDate(dataFreeze.until)),
                ...confirmed,
            ]
        case "freeze":
            return [words.freeze(frozenEn(officer)), ...confirmed]
        case "follow-up": {
            const { no, ticket, checkCode, agencyEn } = earlier ?? {}
            const [number, theirs, code] = [no, ticket, checkCode].map((one) => one ?? NOT_PROVIDED_EN)
            return [words.earlier(number ?? "", theirs ?? "", code ?? "", agencyEn)]
        }
        case "emergency":
            return [words.danger(emergency?.factsEn?.replace(/\.$/, "") ?? NOT_PROVIDED_EN)]
        case "disclosure":
            return []
    }
}
