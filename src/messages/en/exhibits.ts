import type { ExhibitIssues } from "../../base/issues/exhibits.ts"
import type { Messages } from "../message.ts"

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1)

export const exhibitIssues: Messages<ExhibitIssues> = {
    "evidence.mask.columns": () => ({
        message: "the sheet 遮盖 has no headings in its first row and was not read",
        hint: "write 编号, 左, 上, 宽, 高, 原因 into the first row",
    }),
    "evidence.mask.unknown-label": ({ label }) => ({
        message: label === "" ? "no label: it is not known which picture to mask" : `label ${label} is not registered`,
        hint: "copy the label from the sheet 证据说明, for example E003",
    }),
    "evidence.mask.number": ({ found }) => ({
        message: found === "" ? "no number" : `"${found}" is not a number of pixels`,
        hint: "give a whole number, for example 120; all four are needed",
    }),
    "evidence.mask.empty": () => ({
        message: "a width or height of 0 masks nothing",
        hint: "give width and height of the area in pixels",
    }),
    "evidence.mask.not-picture": ({ label, mediaType }) => ({
        message: `${label} is ${mediaType} and can not be masked; only PNG and JPEG pictures of known size can`,
        hint: "save it as PNG or JPEG and register that as a new file",
    }),
    "evidence.mask.outside": ({ label, widthPx, heightPx }) => ({
        message: `the area reaches beyond the picture: ${label} is ${String(widthPx)} by ${String(heightPx)} pixels`,
        hint: "measure again in the original picture",
    }),
    "evidence.mask.reason-missing": ({ label }) => ({
        message: `no reason is given for this masked area of ${label}`,
        hint: "say what it hides, for example another person's name, without the hidden words themselves",
    }),
    "evidence.mask.other-size": ({ label }) => ({
        message: `the size that ${label} states is not its real one; no masked copy was made`,
        hint: "save it as PNG with a picture viewer and register that as a new file",
    }),
    "evidence.description.recipient-unmasked": ({ cell, label }) => ({
        message: `${cell}: ${label} holds other people's data and is released to the recipient, but nothing is masked`,
        hint: "give the areas to black out in the sheet 遮盖, or share it with the police only; if there is no such data, answer 否",
    }),
    "evidence.description.foreign": ({ cell }) => ({
        message: `${cell} takes 是 or 否 only`,
        hint: "choose from the list; leave it empty where there is no foreign language",
    }),
    "evidence.description.translation-missing": ({ label }) => ({
        message: `${label} holds a foreign language and has no Chinese description`,
        hint: "say in Chinese what the foreign words mean; evidence in a foreign language needs a Chinese translation",
    }),
    "request.exhibit.twice": ({ label }) => ({ message: `${label} is chosen twice`, hint: "remove one line" }),
    "request.size.select": ({ bytes, mails, mailBytes }) => ({
        message: `the files to send are ${megabytes(bytes)} MB together and need ${String(mails)} mails of ${megabytes(mailBytes)} MB of attachments`,
        hint: `select first, do not send ${String(mails)} mails: the victim in 给谁看, the officer in exhibits`,
    }),
    "request.size.over-mail": ({ bytes, mailBytes }) => ({
        message: `the files to send are ${megabytes(bytes)} MB together; a mail with more than ${megabytes(mailBytes)} MB of attachments may be returned`,
        hint: "send fewer pictures, or upload to the portal",
    }),
}
