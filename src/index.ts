// The whole of lerpack without a shell: what a program needs to check, build, complete, sign and verify.
// Files, a native SHA-256 and the ZIP that goes straight to a disk come from `lerpack/node`.

export type { NamedBytes } from "./base/bytes.ts"
export { type Hasher, type NewHasher, portableSha256 as newHasher } from "./base/digest.ts"
export type { FontFile, Host, Signer } from "./base/host.ts"
export {
    hasErrors,
    type Issue,
    type IssueCode,
    type IssueParams,
    type IssuePath,
    PacketError,
    type Severity,
} from "./base/issue.ts"
export type { Lang } from "./base/lang.ts"
export type { Output, OutputRole } from "./base/output.ts"
export { type ByteSource, memorySource, readAll } from "./base/source.ts"
export { caseJsonSchema } from "./facts/case/schema.ts"
export { officerJsonSchema, readOfficer } from "./facts/officer/officer.ts"
export { findRecipient, parseRecipient } from "./facts/recipients/recipient.ts"
export { type Recipient, recipientJsonSchema } from "./facts/recipients/recipient-schema.ts"
export { preparedFolder, stemOf, submitNames } from "./flows/officer/names.ts"
export { type OpenDraft, openDraft } from "./flows/officer/open-draft.ts"
export { type Prepared, prepare } from "./flows/officer/prepare.ts"
export { type Answer, type Received, receive, receivedNames } from "./flows/officer/receive.ts"
export { startOffice } from "./flows/officer/start.ts"
export { type Submission, submit } from "./flows/officer/submit.ts"
export { type OfficerInput, type Papers, takeUp, type Undertaking, undertake } from "./flows/officer/undertake.ts"
export { addSignature, type SignedPacket } from "./flows/packet/sign.ts"
export { buildDraft, type Draft } from "./flows/victim/build.ts"
export { type CaseFolder, type CheckedCase, checkCase } from "./flows/victim/check.ts"
export { buildNames } from "./flows/victim/names.ts"
export { type Registration, register } from "./flows/victim/register.ts"
export { proposeRef, startCase } from "./flows/victim/start.ts"
export { messageOf } from "./messages/index.ts"
export { verdictLimits, verdictLines } from "./messages/verdict.ts"
export { type ZipPacket, type ZippedPacket, zipInMemory } from "./packet/assemble/zip.ts"
export { parseAllowedSigners } from "./packet/signature/allowed-signers.ts"
export { checkCode, compareCode } from "./packet/signature/check-code.ts"
export { parsePrivateKey } from "./packet/signature/private-key.ts"
export { ed25519Signer } from "./packet/signature/signer.ts"
export type { VerifyInput } from "./packet/verify/contents.ts"
export type { Report } from "./packet/verify/report.ts"
export { type VerifyOptions, verifyPacket } from "./packet/verify/verify.ts"
