import type { RequestIssues } from "../../base/issues/request.ts"
import type { Messages } from "../message.ts"

const ROLE: Readonly<Record<string, string>> = { front: "ID front", back: "ID back", holding: "officer holding the ID" }
const CONDITION: Readonly<Record<string, string>> = {
    "sealed-letter": "sealed letter",
    "legal-instrument": "legal instrument",
    approval: "approver and date",
    channel: "channel verified",
    mailbox: "mailbox accepted by the recipient",
}
const PART: Readonly<Record<string, string>> = {
    name: "name (zh and en)",
    number: "number",
    date: "date",
    scan: "scan",
    approver: "approver",
    confirmation: "record of the verification",
}
/** Conditions that stop the identity images alone; the others stop everything. */
const STOPS_IMAGES = ["channel", "mailbox"]
const parts = (list: string): string =>
    list
        .split(",")
        .map((part) => PART[part] ?? part)
        .join(", ")

export const requestIssues: Messages<RequestIssues> = {
    "request.recipient.unknown": (p) => ({
        message: `no profile of a recipient ${p.found}`,
        hint: `known: ${p.known}`,
    }),
    "request.recipient.id": (p) => ({ message: `the profile calls itself ${p.found}, its file ${p.expected}` }),
    "request.route.unknown": (p) => ({
        message: `this recipient has no route ${p.found}`,
        hint: `choose from: ${p.known}`,
    }),
    "request.english.characters": (p) => ({
        message: `${p.found} must be English`,
        hint: "it goes into the English letter: Latin letters, digits and ASCII punctuation only",
    }),
    "request.name.characters": (p) => ({
        message: `${p.found} must be a name in Chinese characters`,
        hint: "surname and given name apart",
    }),
    "request.pinyin.characters": (p) => ({ message: `${p.found} must be pinyin`, hint: "for example Zhang, Jianguo" }),
    "request.letter-code.format": (p) => ({
        message: `letter code ${p.found} must be eight digits or letters a to f`,
        hint: "it stands at the end of the letter",
    }),
    "request.letter-code.missing": (p) => ({
        message: "letterCode is not filled in",
        hint: `copy it from the end of the sealed letter; the prepared folder holds ${p.expected}`,
    }),
    "request.letter-code.different": (p) => ({
        message: `letter code ${p.found} does not belong to the annexes, theirs is ${p.expected}`,
        hint: "the sealed letter and these annexes were not made together; seal the letter of this run, or prepare anew",
    }),
    "request.letter.blank": (p) => ({
        message: `the letter has blanks: ${p.fields}`,
        hint: "fill them in and run this step again before the letter is printed and sealed; what is added later no longer agrees with it",
    }),
    "request.period.order": () => ({ message: "the period ends before it begins", hint: "check request.period" }),
    "request.fact.frozen": (p) => ({
        message: `officer data can not change facts of the case (${p.field})`,
        hint: "return the packet to the victim, who corrects and rebuilds it",
    }),
    "request.fact.unknown": (p) => ({
        message: `factsNotUsed names ${p.found}, which does not exist`,
        hint: "copy an order number, a transaction hash or an IP address from the papers, or write E003; orders[0], transfers[1], ips[2] count from 0",
    }),
    "request.data-group.unknown": (p) => ({
        message: `there is no data group ${p.found}`,
        hint: `choose from: ${p.known}`,
    }),
    "request.exhibit.not-released": (p) => ({
        message: `${p.label} was not released for the recipient`,
        hint: "the victim releases it in 证据说明.xlsx and rebuilds the packet",
    }),
    "request.exhibit.unknown": (p) => ({ message: `the packet holds no ${p.label}` }),
    "request.exhibit.too-many": (p) => ({
        message: `${String(p.found)} exhibits for the recipient, at most ${String(p.most)}`,
        hint: "choose some in exhibits",
    }),
    "request.exhibit.no-picture": (p) => ({
        message: `${p.label} is ${p.mediaType} and can not be an exhibit`,
        hint: "exhibits are JPEG or PNG; leave other files to the police (share: police)",
    }),
    "request.photo.missing": (p) => ({
        message: `no photo: ${ROLE[p.role] ?? p.role}`,
        hint: p.folder
            ? `put it into ${p.folder}; the file name says front, back or holding`
            : "name the folder with --photos; file names say front, back or holding",
    }),
    "request.photo.role": (p) => ({
        message: `${p.file}: not clear which photo this is`,
        hint: "the file name must say front, back or holding; one of each",
    }),
    "request.photo.same": (p) => ({ message: `${p.first} and ${p.second} are the same picture` }),
    "request.leaf.missing": (p) => ({
        message: `item "${p.item}" lacks: ${p.leaf}`,
        hint: p.fields ? `fill in ${p.fields}` : "",
    }),
    "request.condition.open": (p) => ({
        message: `condition "${CONDITION[p.condition] ?? p.condition}" is not met, lacking: ${parts(p.lacking)}`,
        hint: STOPS_IMAGES.includes(p.condition)
            ? "until then you may write to ask about the channel; identity images must not be sent"
            : "until then nothing that could be sent is written",
    }),
    "request.channel.unconfirmed": () => ({
        message: "channel or mailbox not verified: you may write to ask, identity images must not be sent",
        hint: "after verification fill in channelConfirmed (by, on, how) and mailboxAccepted, then run again",
    }),
    "request.draft.unsigned": () => ({
        message: "the packet has no digital signature; the paper sheet says who handed it over",
    }),
    "request.draft.damaged": (p) => ({
        message: `the packet does not agree with its manifest (${p.codes})`,
        hint: "ask the victim for it again; lerpack verify shows the details",
    }),
    "request.draft.kind": (p) => ({
        message: `a victim's draft, or an earlier officer's archive, is needed; this is: ${p.found}`,
    }),
    "request.draft.other-ref": (p) => ({
        message: `the facts of the case are of ${p.found}, the packet is of ${p.expected}`,
        hint: "a packet has one reference: ask the victim for one that is built anew",
    }),
    "request.draft.record": () => ({
        message: "the records in the packet have the errors above, so it can not be used",
        hint: "the victim's program wrote them and nobody else can mend them: ask for a packet that is built anew",
    }),
    "request.prepared.missing": (p) => ({
        message: `the prepared folder lacks ${p.file}`,
        hint: "run the first step of complete again",
    }),
    "request.prepared.changed": (p) => ({
        message: `${p.file} was changed after it was prepared`,
        hint: "the letter quotes its hash: use the original file, or prepare and seal anew",
    }),
    "request.prepared.other-case": (p) => ({
        message: `the prepared folder belongs to ${p.found}, not to ${p.expected}`,
    }),
    "request.prepared.scope": () => ({
        message: "recipient, scope, legal instrument or exhibits were changed after the letter was prepared",
        hint: "the sealed letter no longer agrees: prepare and seal anew, or restore what it said",
    }),
    "request.prepared.unreadable": (p) => ({
        message: `${p.file} can not be read`,
        hint: "run the first step of complete again",
    }),
    "request.scan.type": (p) => ({
        message: `${p.file} is no PDF, JPEG or PNG`,
        hint: "scan the paper to PDF, or photograph it page by page",
    }),
    "request.scan.too-large": (p) => ({
        message: `the scans are too large: ${p.file} has ${(p.bytes / 1_000_000).toFixed(1)} MB, the attachments of a mail at most ${(p.mailBytes / 1_000_000).toFixed(1)} MB`,
        hint: "scan letter and legal instrument again at 200 dpi, or photograph them page by page (photographs are made smaller); the letter need not be sealed again",
    }),
    "request.scan.heic": (p) => ({
        message: `${p.file} is a HEIC photo, which can not be read`,
        hint: "save it as JPEG, or scan the paper to PDF; a new extension does not change it",
    }),
    "request.sealed.needs-prepared": () => ({
        message: "--sealed goes with --prepared",
        hint: "--prepared names the <ref>-prepared folder of the first step",
    }),
    "request.time.before-draft": (p) => ({
        message: `completed ${p.completed}, before the draft of ${p.prepared}`,
        hint: "check completedAt",
    }),
}
