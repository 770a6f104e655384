import type { Officer } from "../../facts/officer/officer.ts"
import type { Recipient } from "../../facts/recipients/recipient-schema.ts"
import { shown } from "../shared/print.ts"
import { signedLines } from "./letter.ts"
import { BLANK } from "./letter.words.ts"

/**
 * 身份证明函, to print and seal: the unit vouches for the officer where the desk takes that in place of photographs of
 * the police ID. Number, date and seal are always blank; so is what nobody filled in.
 */
export function identityLetterView(recipient: Recipient, input: Officer): object {
    const { agency = {}, officer = {}, caseNumbers = {}, secondOfficer } = input
    const { surnameZh, givenNameZh, surnamePinyin, givenNamePinyin } = officer
    const hasName = surnameZh !== undefined && givenNameZh !== undefined
    const hasPinyin = surnamePinyin !== undefined && givenNamePinyin !== undefined
    return {
        addressee: recipient.addressee.zh,
        signed: signedLines(shown(agency.nameZh, BLANK)).map((line) => ({ line })),
        department: shown(agency.departmentZh, BLANK),
        name: hasName ? shown(`${surnameZh}${givenNameZh}`) : BLANK,
        pinyin: hasPinyin ? shown(`${surnamePinyin} ${givenNamePinyin}`) : undefined,
        position: shown(officer.positionZh, BLANK),
        badgeNumber: shown(officer.badgeNumber, BLANK),
        caseNumber: shown(caseNumbers.caseNumber ?? caseNumbers.receiptNumber, BLANK),
        website: agency.website === undefined ? undefined : shown(agency.website),
        second:
            secondOfficer === undefined
                ? undefined
                : {
                      name: shown(secondOfficer.nameZh),
                      badgeNumber:
                          secondOfficer.badgeNumber === undefined ? undefined : shown(secondOfficer.badgeNumber),
                  },
    }
}
