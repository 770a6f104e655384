import { printChineseDate } from "../../base/text/time.ts"
import type { Case } from "../../facts/case/schema.ts"
import { matterZh, roleZh } from "../shared/matter.ts"
import { shown } from "../shared/print.ts"

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
