import type { Case } from "../case/schema.ts"
import { printChineseDate } from "../text/time.ts"
import { matterZh, roleZh } from "./matter.ts"
import { shown } from "./print.ts"

/** Data of the first page of 案件材料汇编. */
export function dossierView(facts: Case): object {
    return {
        ref: facts.ref,
        matter: matterZh(facts),
        role: roleZh(facts),
        name: shown(facts.reporter.name),
        phone: shown(facts.reporter.phone),
        preparedOn: printChineseDate(facts.preparedAt),
    }
}
