import type { RequestTypeId } from "../../facts/officer/request-types.data.ts"

/** Words that a kind of request has of its own, in English. */

/** First line of the glance, of the mail and of the portal's form. */
export const TYPE_LINE: Readonly<Record<RequestTypeId, string>> = {
    disclosure: "Disclosure of account records. Not a freeze. Not an emergency.",
    preservation:
        "Preservation of account records. Nothing is to be disclosed under this letter. Not a freeze of assets. Not an emergency.",
    "data-freeze":
        "Freeze of electronic data: the records are to be kept unchanged. Nothing is to be disclosed under this letter. Not a freeze of assets. Not an emergency.",
    freeze: "Freeze of assets. Not a request for data, transfer or return. Not an emergency.",
    "follow-up":
        "Disclosure of account records: further identifiers to an earlier request. Not a freeze. Not an emergency.",
    emergency: "EMERGENCY, danger to life. Disclosure of account records. Not a freeze.",
}

/** Between dashes of the subject of a mail; ASCII. */
export const SUBJECT: Readonly<Record<RequestTypeId, string>> = {
    disclosure: "disclosure",
    preservation: "preservation",
    "data-freeze": "freeze of electronic data",
    freeze: "freeze of assets",
    "follow-up": "further identifiers",
    emergency: "EMERGENCY disclosure",
}

/** What the desk is to tell the agency, where no data are to be handed over. */
export const CONFIRM: Readonly<Record<RequestTypeId, string | undefined>> = {
    disclosure: undefined,
    preservation:
        "That you received this letter; which records you keep, from when and until when; what happens when that time ends. Where you cannot keep them, or not all, please say why and what you need.",
    "data-freeze":
        "By which method and when the records were frozen, their scope, and the SHA-256 value of each file. Where you cannot freeze them, or not all, please say why and what you need.",
    freeze: "When the assets were frozen, which and how much; where less is there, what was there at that time. Where you cannot freeze them, please say why and what you need. If a form of receipt is part of the instrument, please sign and return it.",
    "follow-up": undefined,
    emergency: undefined,
}

/** What the instrument asks, in its rendering. */
export const INSTRUMENT_ASKS: Readonly<Record<RequestTypeId, string | undefined>> = {
    disclosure: undefined,
    preservation: undefined,
    "data-freeze":
        "The addressee is to assist in freezing the electronic data that are listed on page 1, of the account and for the periods stated there.",
    freeze: "The addressee is to assist in freezing the assets that are stated on page 1.",
    "follow-up": undefined,
    emergency: undefined,
}

/** Letters of the schedules. */
export const ENCLOSURES_AFTER_CHRONOLOGY = "C"
export const ENCLOSURES = "B"
