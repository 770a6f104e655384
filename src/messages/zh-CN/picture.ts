import type { PictureIssues } from "../../base/issues/picture.ts"
import type { Messages } from "../message.ts"

const CODING: Readonly<Record<PictureIssues["raster.picture.coding"]["coding"], string>> = {
    arithmetic: "采用算术编码",
    lossless: "采用无损 JPEG 编码",
    precision: "每个颜色分量不是 8 位",
    colour: "颜色方式不是灰度、RGB 或常见的 CMYK",
}

export const pictureIssues: Messages<PictureIssues> = {
    "raster.picture.damaged": () => ({
        message: "图片文件已损坏，读不出画面",
        hint: "请从原来的设备重新传输（用数据线或原图方式，不要经聊天软件压缩），或重新拍摄",
    }),
    "raster.picture.cut-off": () => ({
        message: "图片文件不完整，后面的部分缺失",
        hint: "请从原来的设备重新传输，传完再取出；仍不行的，重新拍摄",
    }),
    "raster.picture.heic": () => ({
        message: "图片是 HEIC（高效）格式，不能处理",
        hint: "苹果手机：设置 > 相机 > 格式，选“兼容性最佳”后重拍；安卓手机：相机设置中关闭 HEIF；已拍的照片可打开后截图，或在电脑上另存为 JPEG",
    }),
    "raster.picture.type": (p) => ({
        message: p.found === "unknown" ? "不是图片，或图片格式认不出" : `图片是 ${p.found} 格式，只能处理 JPEG 和 PNG`,
        hint: "请在手机或电脑上打开后另存为 JPEG 或 PNG；只改扩展名不起作用",
    }),
    "raster.picture.animated": () => ({
        message: "是会动的图片，有不止一幅画面",
        hint: "请截取其中一幅，另存为 JPEG 或 PNG",
    }),
    "raster.picture.too-large": (p) => ({
        message: `图片有 ${String(p.megapixels)} 百万像素，最多处理 ${String(p.most)} 百万像素`,
        hint: "请在相机设置中改用普通分辨率（约 1200 万像素）重拍，或在电脑上缩小后另存",
    }),
    "raster.picture.coding": (p) => ({
        message: `这个 JPEG 文件${CODING[p.coding]}，不能处理`,
        hint: "请用看图软件打开后另存为普通 JPEG（RGB）或 PNG",
    }),

    "identity.mark.left-out": (p) => ({
        message: `按 ${p.approver} 批准，证件图像未加“仅供核验”字样（理由：${p.reason}）；原有的拍摄信息已清除`,
        hint: "未加字样的图像一旦外泄可被他人冒用，只交给已核实的渠道，发送后立即运行 lerpack forget-identity",
    }),
    "identity.folder.none": (p) => ({
        message: `${p.path} 中没有证件图像文件夹`,
        hint: "请指明 complete 生成的 <编号>-identity 文件夹，或放着它的输出文件夹",
    }),
    "identity.folder.several": (p) => ({
        message: `这里有不止一个证件图像文件夹：${p.folders}`,
        hint: "请逐个指明要清除哪一个",
    }),
    "identity.folder.not-ours": (p) => ({
        message: `${p.path} 不是 lerpack 生成的证件图像文件夹，未删除任何文件`,
        hint: "文件夹名应为 <编号>-identity，其中有 <编号>-id-front.jpg 等文件",
    }),
    "identity.folder.irregular": (p) => ({
        message: `${p.path} 是链接，不是文件夹本身，未删除任何文件`,
        hint: "请指明真正的文件夹",
    }),
    "identity.file.kept": (p) => ({
        message: `${p.file} 不是 lerpack 生成的，没有删除，文件夹 ${p.folder} 因此保留`,
        hint: "请看过后自行处理；如果也是证件照片，请一并删除",
    }),
    "identity.file.linked": (p) => ({
        message: `${p.file} 的内容在本机还有另一个名称（硬链接），那一份没有动`,
        hint: "请找到另一份，确认后自行删除",
    }),
    "identity.file.undeletable": (p) => ({
        message: `${p.file} 删不掉（${p.reason}）`,
        hint: "请关闭正在显示它的程序（看图、邮件），再运行一次",
    }),
}
