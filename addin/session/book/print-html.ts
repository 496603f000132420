/** Prints a page of our own making out of a hidden frame and takes the frame away afterwards. */
export function printHtml(html: string): void {
  const frame = document.createElement("iframe");
  frame.className = "print-frame";
  frame.style.cssText = "position: fixed; width: 0; height: 0; border: 0; visibility: hidden";
  frame.title = "print";
  frame.srcdoc = html;
  frame.addEventListener("load", () => {
    const { contentWindow } = frame;
    contentWindow?.addEventListener("afterprint", () => frame.remove());
    contentWindow?.print();
  });
  document.body.append(frame);
}
