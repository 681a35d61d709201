// Within 浙政钉: asks the app for a code that says who holds the telephone, and goes on with it.
const page = document.querySelector("[data-way]");
const failed = () => { page.hidden = true; document.querySelector("[data-failed]").hidden = false; };

if (globalThis.dd?.getAuthCode) {
  globalThis.dd.getAuthCode({ corpId: "" }).then(
    (given) => location.replace(`${page.dataset.way}&auth_code=${encodeURIComponent(given.code ?? given.authCode ?? "")}`),
    failed,
  );
} else {
  failed();
}
