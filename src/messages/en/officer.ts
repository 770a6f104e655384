import type { OfficerIssues } from "../../base/issues/officer.ts"
import type { Messages } from "../message.ts"

const ROLE: Readonly<Record<string, string>> = { front: "ID front", back: "ID back", holding: "officer holding the ID" }
const LIKENESS: Readonly<Record<string, string>> = {
    letters: "looks the same, but its characters differ",
    near: "differs by a character or two",
    ending: "the same name under another ending",
    inside: "puts that name into another domain",
    mailbox: "right domain, mailbox differs by a character or two",
}
const WAYS =
    "three ways out: (1) submit through an account that a superior or specialised unit already holds (best); (2) ask the technical department for a gov.cn mailbox; (3) ask the recipient which proof it accepts, and fill in mailboxAccepted when it agrees"

export const officerIssues: Messages<OfficerIssues> = {
    "request.mail.public": (p) =>
        p.answered === "accepted"
            ? { message: `${p.found} is a public mailbox (${p.domain}), which the recipient has accepted` }
            : { message: `${p.found} is a public mailbox (${p.domain}); the recipient may refuse it`, hint: WAYS },
    "request.mail.public-refused": (p) => ({
        message: `${p.found} is a public mailbox (${p.domain}); the route "${p.routeEn}" requires an official one`,
        hint: WAYS,
    }),
    "request.agency.station": (p) => ({
        message: `the agency is given as "${p.found}", but the card's face prints the bureau; a desk refuses where they differ`,
        hint: "name the agency as on the card's face; the station is the department",
    }),
    "request.agency.same": (p) => ({
        message: `department and agency are the same (${p.found})`,
        hint: "the agency is the bureau on the card's face, the department is the station or unit",
    }),
    "request.english.pinyin": (p) => ({
        message: `${p.found} is only pinyin of ${p.chinese}, which the recipient can not read`,
        hint: "translate, for example Public Security Bureau, Police Station, Police Officer, China",
    }),
    "request.english.no-words": (p) => ({ message: `${p.found} holds no English word`, hint: "give the English name" }),
    "request.chinese.none": (p) => ({
        message: `${p.found} should be Chinese`,
        hint: "fields ending in Zh are Chinese, those ending in En English",
    }),
    "request.phone.form": (p) => ({
        message: `${p.found} is no complete telephone number`,
        hint: "write +86, area code without its leading 0, number: +86 10 1234 5678",
    }),
    "request.phone.country": (p) => ({
        message: `${p.found} has no country code and can not be called from abroad`,
        hint: `write ${p.proposed}`,
    }),
    "request.phone.foreign": (p) => ({
        message: `${p.found} is no number of mainland China (${p.country})`,
        hint: "give the office phone, beginning with +86",
    }),
    "request.phone.unassigned": (p) => ({
        message: `${p.found} lies in no known range; a digit may be missing or too many`,
        hint: "check area code and number; leave it if it is right",
    }),
    "request.phone.special": (p) => ({
        message: `${p.found} is a 400 or 800 number, which can rarely be called from abroad`,
        hint: "give the office landline, beginning with +86",
    }),
    "request.phone.type": (p) => ({
        message: `the type says ${p.said}, but ${p.found} is a ${p.is} number`,
        hint: "check number and phoneType",
    }),
    "request.phone.mobile": (p) => ({
        message: `${p.found} is a mobile number`,
        hint: "an office landline is better: the recipient calls it back; never a private mobile",
    }),
    "request.phone.same-as-switchboard": (p) => ({
        message: `switchboard and office phone are the same number (${p.found})`,
        hint: "give the switchboard that the agency's website publishes; the recipient authenticates by it",
    }),
    "request.name.swapped": (p) => ({
        message: `surname ${p.surname} and given name ${p.given} may be swapped`,
        hint: "check them; leave them if they are right",
    }),
    "request.name.whole": (p) => ({
        message: `the surname holds the whole name ${p.surname}; the given name is ${p.given}`,
        hint: "only the surname goes there",
    }),
    "request.pinyin.swapped": (p) => ({
        message: `pinyin surname ${p.surname} and given name ${p.given} are swapped against the characters`,
        hint: "surnamePinyin is the surname, givenNamePinyin the given name",
    }),
    "request.pinyin.different": (p) => ({
        message: `${p.found} is no reading of ${p.hanzi}`,
        hint: `usually ${p.expected}; where card or passport spell it otherwise, follow them`,
    }),
    "request.photo.small": (p) => ({
        message: `${ROLE[p.role] ?? p.role}: ${p.file} has ${String(p.width)} x ${String(p.height)} pixels; the card's print may be illegible`,
        hint: `use the phone's original, short edge at least ${String(p.least)} pixels; keep it if it can be read`,
    }),
    "request.photo.tiny": (p) => ({
        message: `${ROLE[p.role] ?? p.role}: ${p.file} has only ${String(p.width)} x ${String(p.height)} pixels; the card's print can not be read`,
        hint: `short edge at least ${String(p.least)} pixels; use the phone's original, no screenshot or thumbnail`,
    }),
    "request.photo.alike": (p) => ({
        message: `${p.first} and ${p.second} show the same picture`,
        hint: "front, back and holding must be three different photos; take it anew",
    }),
    "request.address.look-alike": (p) => ({
        message: `${p.found} is like the known ${p.known} but not equal: ${LIKENESS[p.likeness] ?? p.likeness}`,
        hint: "it may be an impostor's. Mend a slip; where it was found to be right, say in verifiedAddresses by whom, when and how",
    }),
    "request.address.imitation": (p) => ({
        message: `${p.found} is like ${p.known}, which the recipient uses, but not equal: ${LIKENESS[p.likeness] ?? p.likeness}`,
        hint: "a suspect's address stays as it was found, and nothing is sent to it; mend it only where it was typed wrong",
    }),
    "request.address.verified": (p) => ({
        message: `${p.found} is like the known ${p.known}; verified by ${p.by} on ${p.on}: ${p.how}`,
    }),
}
