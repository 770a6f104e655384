type None = Readonly<Record<string, never>>

/** Codes of `raster/` (pictures as pixels) and of the officer's identity images. */
export interface PictureIssues {
    "raster.picture.damaged": None
    "raster.picture.cut-off": None
    "raster.picture.heic": None
    /** `found` names the format, `unknown` where nothing tells it. */
    "raster.picture.type": { found: string }
    "raster.picture.animated": None
    "raster.picture.too-large": { megapixels: number; most: number; widthPx: number; heightPx: number; side: number }
    "raster.picture.coding": { coding: "arithmetic" | "lossless" | "precision" | "colour" }

    "identity.mark.left-out": { approver: string; reason: string }
    /** A run seems to be writing there. */
    "identity.unfinished.busy": { path: string }
    "identity.unfinished.undeletable": { path: string; reason: string }
    "identity.folder.none": { path: string }
    /** Holds files by the names of ours, under another name. */
    "identity.folder.copy": { path: string }
    "identity.folder.several": { folders: string }
    "identity.folder.not-ours": { path: string }
    "identity.folder.irregular": { path: string }
    "identity.file.kept": { file: string; folder: string }
    "identity.file.linked": { file: string }
    "identity.file.undeletable": { file: string; reason: string }
}

declare module "../issue.ts" {
    interface IssueParams extends PictureIssues {}
}
