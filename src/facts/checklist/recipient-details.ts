import { fieldAt } from "../officer/field-at.ts"
import type { Officer } from "../officer/officer.ts"
import type { Recipient } from "../recipients/recipient-schema.ts"

/** Details of the officer that only some desks ask for. */
export interface FurtherDetail {
    readonly label: string
    readonly value: string
}

/** What every request states anyway, in its head, its box or its foot. */
const ALWAYS = new Set([
    ...["agency.nameEn", "agency.departmentEn", "agency.countryEn", "agency.addressEn", "agency.website"],
    ...["agency.switchboard", "officer.surnamePinyin", "officer.givenNamePinyin", "officer.positionEn"],
    ...["officer.email", "officer.phone", "officer.phoneType", "caseNumbers.caseNumber"],
    ...["instrument.nameEn", "instrument.number", "instrument.date"],
])

/**
 * Details that the profile asks for and that a request does not state anyway, such as a badge number, in the profile's
 * words. What the profile does not ask for stays out, also when the officer filled it in.
 */
export function furtherDetails(recipient: Recipient, officer: Officer): readonly FurtherDetail[] {
    return recipient.items.flatMap((item) =>
        item.leaves.flatMap(({ en, fields = [] }) =>
            fields
                .filter((field) => !ALWAYS.has(field) && !field.endsWith("Zh"))
                .map((field) => textAt(officer, field))
                .filter((value) => value !== undefined)
                .map((value) => ({ label: en ?? item.en, value })),
        ),
    )
}

function textAt(officer: Officer, field: string): string | undefined {
    const value = fieldAt(officer, field)
    return typeof value === "string" && value.trim() !== "" ? value : undefined
}
