import { parseTime, printBeijing, printChineseDate } from "../../base/text/time.ts"
import type { Case } from "../../facts/case/schema.ts"
import { describeType } from "../../facts/evidence/file-type.ts"
import type { Laws } from "../../facts/legal/laws.ts"
import type { Officer } from "../../facts/officer/officer.ts"
import { onlyWeak, type ReceivedFile, type ReceivedRecord, statedOf } from "../../facts/officer/received-record.ts"
import type { Recipient } from "../../facts/recipients/recipient-schema.ts"
import { reportWords } from "../../messages/ledger-words.ts"
import { citations } from "../shared/citations.ts"
import { platformEn } from "../shared/identifiers.ts"
import { shown } from "../shared/print.ts"
import * as words from "./foreign-note.words.ts"
import { TARGET_KIND_ZH as ACCOUNT_BY, BLANK } from "./letter.words.ts"

/**
 * 境外电子数据来源情况说明: a record of the police, so it is made with the letter and not by the victim. It holds what is
 * known: before an answer comes that is the request, afterwards what was written down about the answer as well.
 */

const NOTE_LAW = {
    origin: ["foreignMaterial"],
    list: ["dataList"],
    message: ["dataMessage"],
    translation: ["translation"],
} as const

/** Most files of one answer that the blank form has rows for. */
const ROWS = 10
/** Files that are printed; the record has them all. */
const MOST_PRINTED = 200

/**
 * Data of 境外电子数据来源情况说明.
 *
 * @param answer - What came, once it has.
 */
export function foreignNoteView(
    facts: Case,
    ref: string,
    recipient: Recipient,
    officer: Officer,
    letterCode: string,
    laws: Laws,
    answer?: ReceivedRecord,
): object {
    const { agency = {}, caseNumbers = {}, instrument = {} } = officer
    const weak = (answer?.files ?? []).filter(onlyWeak).length
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
        letterCode: shown(letterCode, BLANK),
        request:
            answer === undefined
                ? undefined
                : words.request(answer.request.no, answer.request.layer, answer.request.checkCode),
        subtitle: answer === undefined ? words.BLANK_FORM : words.FILLED_IN,
        answer: answer === undefined ? undefined : answerView(answer, recipient),
        rows:
            answer === undefined
                ? Array.from({ length: ROWS }, (_, i) => ({ ...NO_FILE, number: String(i + 1), agrees: words.BOX }))
                : answer.files.slice(0, MOST_PRINTED).map(fileRow),
        more:
            answer !== undefined && answer.files.length > MOST_PRINTED
                ? words.more(answer.files.length, MOST_PRINTED)
                : undefined,
        weak: weak === 0 ? undefined : words.weak(weak),
        tables: answer === undefined ? undefined : tablesOf(answer),
        law: citations(laws, NOTE_LAW),
    }
}

const NO_FILE = { name: "", kept: "", type: "", size: "", sha256: "", stated: "", agrees: "" }

/** The rows of the form that an answer fills in; blank lines stay where nobody knows. */
function answerView(answer: ReceivedRecord, recipient: Recipient): object {
    const { limits, way, witness, recorded } = answer
    return {
        source: recipient.name.zh,
        provider: answer.provider === undefined ? undefined : shown(answer.provider),
        papers: words.papers(
            answer.statement,
            answer.certificate,
            answer.files.some((file) => statedOf(file).length > 0),
        ),
        way: way === undefined ? undefined : words.WAY[way],
        ticket: answer.ticket === undefined ? undefined : shown(answer.ticket),
        receivedAt: moment(answer.receivedAt),
        mailbox: answer.mailbox === undefined ? undefined : shown(answer.mailbox),
        from: shown(answer.from),
        place: shown(answer.place),
        device: answer.device === undefined ? undefined : shown(answer.device),
        officers: answer.officers.map((name) => shown(name)).join("、"),
        extractedAt: moment(answer.extractedAt),
        recorded: recorded === undefined ? undefined : words.RECORDED[recorded],
        witness: witness === undefined ? undefined : shown(witness),
        limits: limits.stated === "none" ? words.NO_LIMITS : words.limits(shown(limits.text)),
        translation: answer.translation === undefined ? undefined : words.TRANSLATION[answer.translation],
        original: answer.original === undefined ? undefined : shown(answer.original),
    }
}

/** A moment in Beijing time, whatever its offset. */
function moment(rfc3339: string): string {
    const time = parseTime(rfc3339)
    return typeof time === "string" ? rfc3339 : printBeijing(time)
}

function fileRow(file: ReceivedFile): object {
    const { label, name, mediaType, sizeBytes, sha256 } = file
    const stated = statedOf(file)
    return {
        number: label,
        name: shown(name),
        kept: words.keptWhere(file.sameAs, file.apart === true, file.locked === true),
        type: describeType(mediaType).extension,
        size: String(sizeBytes),
        sha256,
        stated:
            stated.length === 0
                ? words.NOT_STATED
                : stated.map(({ algorithm, value }) => `${algorithm} ${value}`).join("；"),
        agrees:
            stated.length === 0
                ? words.NOT_COMPARED
                : stated.map(({ agrees }) => (agrees ? words.AGREES : words.DIFFERS)).join("；"),
    }
}

/** What the tables of the answer hold, as the reader of export files knows them. */
function tablesOf({ files }: ReceivedRecord): readonly object[] | undefined {
    const rows = files.flatMap(({ label, tables = [] }) =>
        tables.map((table) => ({
            file: table.member === undefined ? label : `${label}／${shown(table.member)}`,
            what:
                table.report === undefined ? table.exchange : `${table.exchange} ${reportWords(table.report)["zh-CN"]}`,
            rows: words.rows(table.rows),
            span: table.first === undefined ? words.NO_SPAN : words.span(table.first, table.last ?? table.first),
        })),
    )
    return rows.length === 0 ? undefined : rows.slice(0, MOST_PRINTED)
}
