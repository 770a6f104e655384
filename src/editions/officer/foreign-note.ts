import { printChineseDate } from "../../base/text/time.ts"
import type { Case } from "../../facts/case/schema.ts"
import type { Laws } from "../../facts/legal/laws.ts"
import type { Officer } from "../../facts/officer/officer.ts"
import type { Recipient } from "../../facts/recipients/recipient-schema.ts"
import { citations } from "../shared/citations.ts"
import { platformEn } from "../shared/identifiers.ts"
import { shown } from "../shared/print.ts"
import { TARGET_KIND_ZH as ACCOUNT_BY, BLANK } from "./letter.words.ts"

/**
 * 境外电子数据来源情况说明: a record of the police, so it is made with the letter and not by the victim. It holds what is
 * known before an answer comes; the rest is filled in when the data arrive.
 */

const NOTE_LAW = {
    origin: ["foreignMaterial"],
    list: ["dataList"],
    message: ["dataMessage"],
    translation: ["translation"],
} as const

/** Most files of one answer that the form has rows for. */
const ROWS = 10

/** Data of 境外电子数据来源情况说明. */
export function foreignNoteView(
    facts: Case,
    ref: string,
    recipient: Recipient,
    officer: Officer,
    letterCode: string,
    laws: Laws,
): object {
    const { agency = {}, caseNumbers = {}, instrument = {} } = officer
    return {
        ref,
        agency: shown(agency.nameZh, BLANK),
        caseNumber: shown(caseNumbers.caseNumber ?? caseNumbers.receiptNumber, BLANK),
        instrument: shown(instrument.nameZh, BLANK),
        instrumentNumber: shown(instrument.number, BLANK),
        instrumentDate: instrument.date === undefined ? BLANK : printChineseDate(instrument.date),
        recipient: recipient.name.zh,
        // An account with another platform is not the recipient's to answer for.
        account:
            platformEn(facts, recipient) === undefined
                ? undefined
                : facts.account.uid === undefined
                  ? { name: ACCOUNT_BY.email, id: shown(facts.account.registeredEmail) }
                  : { name: ACCOUNT_BY.uid, id: shown(facts.account.uid) },
        letterCode,
        rows: Array.from({ length: ROWS }, (_, i) => ({ number: String(i + 1) })),
        law: citations(laws, NOTE_LAW),
    }
}
