import type { Case } from "../../facts/case/schema.ts"
import { isOwnWallet } from "../../facts/recipients/platform.ts"
import { matterOf, ROLE_ZH } from "./matter.words.ts"
import { shown } from "./print.ts"

/** What every document of a case says of the case: its matter in one line, and what its reporter is called. */

/**
 * The matter in one line: the reporter's own words, else composed from typed facts. The composed one says no more than
 * that assets became fewer; why is what has to be found out.
 */
export function matterZh(facts: Case): string {
    return facts.matter === undefined
        ? matterOf(shown(facts.account.exchange), isOwnWallet(facts))
        : shown(facts.matter)
}

/** 控告人 where the reporter accuses (程序规定 §178: then the decision is served on him or her), else 报案人. */
export function roleZh({ reporter }: Case): string {
    return ROLE_ZH[reporter.capacity === "accuser" ? "accuser" : "reporter"]
}
