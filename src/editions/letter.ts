import type { Case } from "../case/schema.ts"
import type { Officer } from "../request/officer.ts"
import type { Recipient } from "../request/recipient.ts"
import { printBeijing, printChineseDate, printUtc } from "../text/time.ts"
import { platformEn } from "./identifiers.ts"
import { NOT_PROVIDED, shown } from "./print.ts"
import { chosenGroups, period } from "./scope.ts"

/** The Chinese letter to print and seal. Blank officer fields become lines to fill in by hand. */

const BLANK = "＿＿＿＿＿＿"

export interface Annex {
    readonly name: string
    readonly sha256: string
    readonly pages?: number
}

const EVENT_ZH: Readonly<Record<Case["incident"]["kind"], string>> = {
    "unauthorised-trading": "该账户内发生其表示未经授权的交易和划转",
    "unauthorised-transfer": "该账户内发生其表示未经授权的划转",
    "unauthorised-withdrawal": "该账户内发生其表示未经授权的提币",
    "account-takeover": "该账户发生其表示未经授权的登录和操作",
}

/** Data of 关于协助提供有关账户电子数据的函. */
export function letterView(
    facts: Case,
    ref: string,
    recipient: Recipient,
    officer: Officer,
    annexes: readonly Annex[],
    letterCode: string,
): object {
    const { agency = {}, instrument = {}, request = {} } = officer
    const { from, to } = period(facts, officer)
    return {
        ref,
        addressee: recipient.addressee.zh,
        agency: shown(agency.nameZh, BLANK),
        department: shown(agency.departmentZh, BLANK),
        caseNumber: officer.caseNumbers?.caseNumber ?? officer.caseNumbers?.receiptNumber ?? BLANK,
        instrument: shown(instrument.nameZh, BLANK),
        instrumentNumber: shown(instrument.number, BLANK),
        instrumentDate: instrument.date === undefined ? BLANK : printChineseDate(instrument.date),
        // What the victim wrote is not passed on; another platform than the addressee's is left out.
        exchange: platformEn(facts, recipient) === undefined ? undefined : recipient.name.zh,
        uid: facts.account.uid ?? NOT_PROVIDED,
        email: facts.account.registeredEmail ?? NOT_PROVIDED,
        firstBeijing: printBeijing(facts.incident.firstOperation.at),
        firstUtc: printUtc(facts.incident.firstOperation.at),
        event: EVENT_ZH[facts.incident.kind],
        fromUtc: printUtc(from),
        toUtc: printUtc(to),
        fromBeijing: printBeijing(from),
        toBeijing: printBeijing(to),
        groups: chosenGroups(recipient, officer).map((group) => ({ text: group.zh })),
        replyBy: request.replyBy === undefined ? undefined : printChineseDate(request.replyBy),
        withhold:
            request.withholdNotice === undefined
                ? undefined
                : {
                      until: printChineseDate(request.withholdNotice.until),
                      reason: shown(request.withholdNotice.reasonZh),
                  },
        officerName:
            officer.officer?.surnameZh === undefined
                ? BLANK
                : `${officer.officer.surnameZh}${officer.officer.givenNameZh ?? ""}`,
        phone: shown(officer.officer?.phone, BLANK),
        officerEmail: shown(officer.officer?.email, BLANK),
        address: shown(agency.addressZh, BLANK),
        website: agency.website,
        switchboard: agency.switchboard,
        annexes: annexes.map((annex, i) => ({ number: String(i + 2), name: annex.name, sha256: annex.sha256 })),
        letterCode,
    }
}
