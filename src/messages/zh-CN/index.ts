import type { AllMessages } from "../message.ts"
import { caseIssues } from "./case.ts"
import { documentIssues } from "./document.ts"
import { docxIssues } from "./docx.ts"
import { evidenceIssues } from "./evidence.ts"
import { exhibitIssues } from "./exhibits.ts"
import { officerIssues } from "./officer.ts"
import { officerFormIssues } from "./officer-form.ts"
import { packetIssues } from "./packet.ts"
import { pictureIssues } from "./picture.ts"
import { profileIssues } from "./profile.ts"
import { requestIssues } from "./request.ts"
import { sendingIssues } from "./sending.ts"
import { shellIssues } from "./shell.ts"

export const messages: AllMessages = {
    ...caseIssues,
    ...documentIssues,
    ...docxIssues,
    ...evidenceIssues,
    ...officerFormIssues,
    ...exhibitIssues,
    ...officerIssues,
    ...packetIssues,
    ...pictureIssues,
    ...profileIssues,
    ...requestIssues,
    ...sendingIssues,
    ...shellIssues,
}
