import type { PictureIssues } from "../base/issues/picture.ts"
import type { Words } from "../base/lang.ts"
import type { Messages } from "./message.ts"

const CODING: Readonly<Record<PictureIssues["raster.picture.coding"]["coding"], Words>> = {
    arithmetic: { "zh-CN": "采用算术编码", en: "uses arithmetic coding" },
    lossless: { "zh-CN": "采用无损 JPEG 编码", en: "uses lossless coding" },
    precision: { "zh-CN": "每个颜色分量不是 8 位", en: "does not have 8 bits per colour" },
    colour: { "zh-CN": "颜色方式不是灰度、RGB 或常见的 CMYK", en: "is neither grey, RGB nor the usual CMYK" },
}

export const pictureIssues: Messages<keyof PictureIssues> = {
    "raster.picture.damaged": () => ({
        "zh-CN": {
            message: "图片文件已损坏，读不出画面",
            hint: "请从原来的设备重新传输（用数据线或原图方式，不要经聊天软件压缩），或重新拍摄",
        },
        en: {
            message: "the picture file is damaged and cannot be read",
            hint: "transfer it again from the device it was taken with, not through a messenger, or take it again",
        },
    }),
    "raster.picture.cut-off": () => ({
        "zh-CN": {
            message: "图片文件不完整，后面的部分缺失",
            hint: "请从原来的设备重新传输，传完再取出；仍不行的，重新拍摄",
        },
        en: {
            message: "the picture file is not complete; its end is missing",
            hint: "transfer it again from the device it was taken with, or take it again",
        },
    }),
    "raster.picture.heic": () => ({
        "zh-CN": {
            message: "图片是 HEIC（高效）格式，不能处理",
            hint: "苹果手机：设置 > 相机 > 格式，选“兼容性最佳”后重拍；安卓手机：相机设置中关闭 HEIF；已拍的照片可打开后截图，或在电脑上另存为 JPEG",
        },
        en: {
            message: "the picture is HEIC (high efficiency), which cannot be processed",
            hint: "iPhone: Settings > Camera > Formats > Most Compatible, then take it again; Android: turn HEIF off in the camera; or take a screenshot of the photo, or save it as JPEG on a computer",
        },
    }),
    "raster.picture.type": (p) => ({
        "zh-CN": {
            message:
                p.found === "unknown" ? "不是图片，或图片格式认不出" : `图片是 ${p.found} 格式，只能处理 JPEG 和 PNG`,
            hint: "请在手机或电脑上打开后另存为 JPEG 或 PNG；只改扩展名不起作用",
        },
        en: {
            message:
                p.found === "unknown"
                    ? "not a picture, or of a format that is not known"
                    : `the picture is ${p.found}; only JPEG and PNG can be processed`,
            hint: "open it and save it as JPEG or PNG; changing the file extension does not help",
        },
    }),
    "raster.picture.animated": () => ({
        "zh-CN": { message: "是会动的图片，有不止一幅画面", hint: "请截取其中一幅，另存为 JPEG 或 PNG" },
        en: {
            message: "an animated picture, with more than one image in it",
            hint: "save one of its images as JPEG or PNG",
        },
    }),
    "raster.picture.too-large": (p) => ({
        "zh-CN": {
            message: `图片有 ${String(p.megapixels)} 百万像素（${String(p.widthPx)}×${String(p.heightPx)}），最多处理 ${String(p.most)} 百万像素，一边最多 ${String(p.side)}`,
            hint: "请在相机设置中改用普通分辨率（约 1200 万像素）重拍，或在电脑上缩小后另存",
        },
        en: {
            message: `the picture has ${String(p.megapixels)} megapixels (${String(p.widthPx)}×${String(p.heightPx)}), the most is ${String(p.most)}, and ${String(p.side)} on a side`,
            hint: "take it again at normal resolution (about 12 megapixels), or save a smaller copy",
        },
    }),
    "raster.picture.coding": (p) => ({
        "zh-CN": {
            message: `这个 JPEG 文件${CODING[p.coding]["zh-CN"]}，不能处理`,
            hint: "请用看图软件打开后另存为普通 JPEG（RGB）或 PNG",
        },
        en: {
            message: `this JPEG file ${CODING[p.coding].en} and cannot be processed`,
            hint: "open it in an image viewer and save it as a plain JPEG (RGB) or PNG",
        },
    }),

    "identity.mark.left-out": (p) => ({
        "zh-CN": {
            message: `按 ${p.approver} 批准，证件图像未加“仅供核验”字样（理由：${p.reason}）；原有的拍摄信息已清除`,
            hint: "未加字样的图像一旦外泄可被他人冒用，只交给已核实的渠道，发送后立即运行 lerpack forget-identity",
        },
        en: {
            message: `the identity images carry no mark, as approved by ${p.approver} (reason: ${p.reason}); camera data were removed`,
            hint: "an unmarked image can be misused by others: give it to a verified channel only, and run lerpack forget-identity at once after sending",
        },
    }),
    "identity.unfinished.busy": (p) => ({
        "zh-CN": {
            message: `${p.path} 可能还有程序在写，没有动它；里面可能有证件图像`,
            hint: "等程序结束以后再运行一次本命令；确认没有程序在写的，直接删除这个文件夹",
        },
        en: {
            message: `a run may still be writing into ${p.path}, so it was left; it may hold identity images`,
            hint: "run this command again when that has ended; if nothing is running, delete the folder by hand",
        },
    }),
    "identity.unfinished.undeletable": (p) => ({
        "zh-CN": {
            message: `${p.path} 不能删除（${p.reason}）；里面可能有证件图像`,
            hint: "请关闭打开着其中文件的程序，再运行一次；仍不行的，手工删除这个文件夹",
        },
        en: {
            message: `${p.path} cannot be deleted (${p.reason}); it may hold identity images`,
            hint: "close the programs that have its files open and try again, or delete the folder by hand",
        },
    }),
    "identity.folder.none": (p) => ({
        "zh-CN": {
            message: `${p.path} 中没有证件图像文件夹`,
            hint: "请指明 complete 生成的 <编号>-identity 文件夹，或放着它的输出文件夹",
        },
        en: {
            message: `there is no folder of identity images in ${p.path}`,
            hint: "name the <ref>-identity folder that complete made, or the output folder that holds it",
        },
    }),
    "identity.folder.copy": (p) => ({
        "zh-CN": {
            message: `${p.path} 里还有证件图像（由文件名可见）：是复制或者改过名的文件夹，没有删除`,
            hint: "请看过后自行删除；或者把文件夹改回 <编号>-identity，再运行一次",
        },
        en: {
            message: `${p.path} holds identity images too, by their names: a copy, or a folder that was renamed; nothing in it was deleted`,
            hint: "delete it by hand, or call the folder <ref>-identity again and run this once more",
        },
    }),
    "identity.folder.several": (p) => ({
        "zh-CN": { message: `这里有不止一个证件图像文件夹：${p.folders}`, hint: "请逐个指明要清除哪一个" },
        en: {
            message: `there is more than one folder of identity images here: ${p.folders}`,
            hint: "name them one by one",
        },
    }),
    "identity.folder.not-ours": (p) => ({
        "zh-CN": {
            message: `${p.path} 不是 lerpack 生成的证件图像文件夹，未删除任何文件`,
            hint: "文件夹名应为 <编号>-identity，其中有 <编号>-id-front.jpg 等文件",
        },
        en: {
            message: `${p.path} is no folder of identity images made by lerpack; nothing was deleted`,
            hint: "such a folder is called <ref>-identity and holds <ref>-id-front.jpg and the like",
        },
    }),
    "identity.folder.irregular": (p) => ({
        "zh-CN": { message: `${p.path} 是链接，不是文件夹本身，未删除任何文件`, hint: "请指明真正的文件夹" },
        en: {
            message: `${p.path} is a link, not the folder itself; nothing was deleted`,
            hint: "name the real folder",
        },
    }),
    "identity.file.kept": (p) => ({
        "zh-CN": {
            message: `${p.file} 不是 lerpack 生成的，没有删除，文件夹 ${p.folder} 因此保留`,
            hint: "请看过后自行处理；如果也是证件照片，请一并删除",
        },
        en: {
            message: `${p.file} was not made by lerpack and was not deleted, so the folder ${p.folder} stays`,
            hint: "look at it yourself; if it is a photo of the ID too, delete it",
        },
    }),
    "identity.file.linked": (p) => ({
        "zh-CN": {
            message: `${p.file} 的内容在本机还有另一个名称（硬链接），那一份没有动`,
            hint: "请找到另一份，确认后自行删除",
        },
        en: {
            message: `the content of ${p.file} has another name on this disk (hard link), which was left as it is`,
            hint: "find the other one and delete it yourself",
        },
    }),
    "identity.file.undeletable": (p) => ({
        "zh-CN": {
            message: `${p.file} 删不掉（${p.reason}）`,
            hint: "请关闭正在显示它的程序（看图、邮件），再运行一次",
        },
        en: {
            message: `${p.file} cannot be deleted (${p.reason})`,
            hint: "close the programs that show it (viewer, mail), then run the command again",
        },
    }),
}
