// Runs before everything else, in whatever the desk program shows pages with: ES5 only, and shipped as it stands. Says in plain
// words what is missing where the pane's own program cannot run.
(function () {
  "use strict";
  var CHINESE = (navigator.language || navigator.userLanguage || "zh").toLowerCase().indexOf("en") !== 0;
  var TEXTS = {
    old: CHINESE
      ? "这台电脑显示网页的组件太旧，台账窗格不能运行。需要：Microsoft Edge WebView2（Excel）、WPS Office 12 或更新版本、Safari 15。请联系管理员升级，或在浏览器中使用工作台网页："
      : "What this computer shows web pages with is too old for the pane. Needed: Microsoft Edge WebView2 (Excel), WPS Office 12 or newer, Safari 15. Ask your administrator for an update, or use the workbench in a browser: ",
    lost: CHINESE
      ? "没有取得台账窗格的程序文件。请确认台账服务正在运行，然后关闭窗格再打开；仍然不行请联系管理员。网页地址："
      : "The pane's program did not arrive. Make sure that the service runs, then close the pane and open it again. Workbench: ",
  };

  function isOld() {
    try {
      return !(
        typeof Promise === "function" &&
        typeof Object.hasOwn === "function" &&
        typeof Array.prototype.at === "function" &&
        typeof Array.prototype.findLast === "function" &&
        typeof window.ResizeObserver === "function" &&
        window.crypto &&
        typeof window.crypto.getRandomValues === "function" &&
        window.CSS &&
        CSS.supports("inset", "0")
      );
    } catch (failure) {
      return true;
    }
  }

  function say(text) {
    var place = document.getElementById("pane");
    if (!place) return;
    while (place.firstChild) place.removeChild(place.firstChild);
    var line = document.createElement("p");
    line.setAttribute("role", "alert");
    line.style.cssText = "margin:0;padding:20px 16px;font-size:14px;line-height:1.6;color:#1f2937;word-wrap:break-word";
    line.appendChild(document.createTextNode(text + location.protocol + "//" + location.host + "/"));
    place.appendChild(line);
  }

  function whenReady(then) {
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", then);
    else then();
  }

  if (isOld()) {
    whenReady(function () {
      say(TEXTS.old);
    });
    return;
  }
  // A script that does not come is only told to whoever listens before it reaches the window. Without office.js the pane
  // itself runs and says so.
  window.addEventListener(
    "error",
    function (event) {
      var source = event.target && event.target.tagName === "SCRIPT" ? event.target.src : "";
      if (source === "" || source.indexOf("/office/") >= 0) return;
      whenReady(function () {
        say(TEXTS.lost);
      });
    },
    true,
  );
})();
