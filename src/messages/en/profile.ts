import type { ProfileIssues } from "../../base/issues/profile.ts"
import type { Messages } from "../message.ts"

const proposal = (proposed: string): string => (proposed === "" ? "" : `did you mean ${proposed}`)

export const profileIssues: Messages<ProfileIssues> = {
    "request.profile.date": (p) => ({
        message: `date ${p.found} is not understood`,
        hint: "write 2023, 2023-04 or 2023-04-23; leave it blank where there is none or nobody has verified it",
    }),
    "request.profile.number": (p) => ({
        message: `${p.found} must be a number of bytes`,
        hint: "digits only, for example 14000000",
    }),
    "request.profile.id-form": (p) => ({
        message: `id ${p.found} must be lower-case letters, digits and hyphens`,
        hint: "for example example-desk, 2 to 40 characters",
    }),
    "request.profile.id-twice": (p) => ({ message: `id ${p.id} is used twice`, hint: "give each its own id" }),
    "request.profile.address": (p) => ({
        message: `address ${p.found} has the wrong form`,
        hint: "a mailbox for e-mail; https:// for portals and sources; leave it blank where it is not known",
    }),
    "request.profile.no-route": () => ({
        message: "the profile has no route",
        hint: "write at least one of existing-account, portal, email",
    }),
    "request.profile.no-materials": () => ({
        message: "no item asks for the case materials",
        hint: 'write materials: "yes" in the leaves of one item',
    }),
    "request.profile.leaf-kind": (p) => ({
        message: `${p.leaf} must have one of photo, fields, materials, byHand`,
        hint: "photo for a picture, fields for officer data, materials for the case materials, byHand for what the program can not tell",
    }),
    "request.profile.leaf-unknown": (p) => ({
        message: `the step names ${p.found}, which no item has`,
        hint: proposal(p.proposed),
    }),
    "request.profile.stage-unknown": (p) => ({
        message: `the step's stage "${p.found}" is not among the stages`,
        hint: `stages: ${p.known}`,
    }),
    "request.profile.field-unknown": (p) => ({
        message: `officer data have no field ${p.found}`,
        hint: proposal(p.proposed) || "lerpack schema --officer prints all fields",
    }),
    "request.profile.field-internal": (p) => ({
        message: `${p.field} is internal to the agency and is not sent`,
        hint: "only fields of agency, officer, caseNumbers and instrument",
    }),
    "request.profile.user-told": (p) => ({
        message: `${p.recipientEn} ${p.byDefault === "told" ? "tells" : "may tell"} its user of a request unless an order forbids it`,
        hint: "if the user must not be told, give reason and end in request.withholdNotice, as the legal instrument has them",
    }),
    "request.profile.identifier-form": (p) => ({
        message: `the desk takes identifiers only as ${p.accepted}, a form that the files to send do not have`,
        hint: "save sheet 02 in a form that the desk takes, check it, and send it along",
    }),
    "request.profile.folder-empty": (p) => ({
        message: `folder ${p.folder} holds no recipient profile`,
        hint: "one file for each recipient, named <id>.yaml",
    }),
    "request.profile.file-name": (p) => ({
        message: `${p.file} can not be the file name of a profile`,
        hint: "name it <id>.yaml, the id in lower-case letters, digits and hyphens",
    }),
}
