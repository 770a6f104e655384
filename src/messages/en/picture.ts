import type { PictureIssues } from "../../base/issues/picture.ts"
import type { Messages } from "../message.ts"

const CODING: Readonly<Record<PictureIssues["raster.picture.coding"]["coding"], string>> = {
    arithmetic: "uses arithmetic coding",
    lossless: "uses lossless coding",
    precision: "does not have 8 bits per colour",
    colour: "is neither grey, RGB nor the usual CMYK",
}

export const pictureIssues: Messages<PictureIssues> = {
    "raster.picture.damaged": () => ({
        message: "the picture file is damaged and can not be read",
        hint: "transfer it again from the device it was taken with, not through a messenger, or take it again",
    }),
    "raster.picture.cut-off": () => ({
        message: "the picture file is not complete; its end is missing",
        hint: "transfer it again from the device it was taken with, or take it again",
    }),
    "raster.picture.heic": () => ({
        message: "the picture is HEIC (high efficiency), which can not be processed",
        hint: "iPhone: Settings > Camera > Formats > Most Compatible, then take it again; Android: turn HEIF off in the camera; or take a screenshot of the photo, or save it as JPEG on a computer",
    }),
    "raster.picture.type": (p) => ({
        message:
            p.found === "unknown"
                ? "not a picture, or of a format that is not known"
                : `the picture is ${p.found}; only JPEG and PNG can be processed`,
        hint: "open it and save it as JPEG or PNG; changing the file extension does not help",
    }),
    "raster.picture.animated": () => ({
        message: "an animated picture, with more than one image in it",
        hint: "save one of its images as JPEG or PNG",
    }),
    "raster.picture.too-large": (p) => ({
        message: `the picture has ${String(p.megapixels)} megapixels, the most is ${String(p.most)}`,
        hint: "take it again at normal resolution (about 12 megapixels), or save a smaller copy",
    }),
    "raster.picture.coding": (p) => ({
        message: `this JPEG file ${CODING[p.coding]} and can not be processed`,
        hint: "open it in an image viewer and save it as a plain JPEG (RGB) or PNG",
    }),

    "identity.mark.left-out": (p) => ({
        message: `the identity images carry no mark, as approved by ${p.approver} (reason: ${p.reason}); camera data were removed`,
        hint: "an unmarked image can be misused by others: give it to a verified channel only, and run lerpack forget-identity at once after sending",
    }),
    "identity.folder.none": (p) => ({
        message: `there is no folder of identity images in ${p.path}`,
        hint: "name the <ref>-identity folder that complete made, or the output folder that holds it",
    }),
    "identity.folder.several": (p) => ({
        message: `there is more than one folder of identity images here: ${p.folders}`,
        hint: "name them one by one",
    }),
    "identity.folder.not-ours": (p) => ({
        message: `${p.path} is no folder of identity images made by lerpack; nothing was deleted`,
        hint: "such a folder is called <ref>-identity and holds <ref>-id-front.jpg and the like",
    }),
    "identity.folder.irregular": (p) => ({
        message: `${p.path} is a link, not the folder itself; nothing was deleted`,
        hint: "name the real folder",
    }),
    "identity.file.kept": (p) => ({
        message: `${p.file} was not made by lerpack and was not deleted, so the folder ${p.folder} stays`,
        hint: "look at it yourself; if it is a photo of the ID too, delete it",
    }),
    "identity.file.linked": (p) => ({
        message: `the content of ${p.file} has another name on this disk (hard link), which was left as it is`,
        hint: "find the other one and delete it yourself",
    }),
    "identity.file.undeletable": (p) => ({
        message: `${p.file} can not be deleted (${p.reason})`,
        hint: "close the programs that show it (viewer, mail), then run the command again",
    }),
}
