// Shows the buttons that need passkeys where the browser has them, and says when one fails.
// The exchange with the key itself is allauth's (mfa/js/webauthn.js).
if (window.PublicKeyCredential) {
  for (const button of document.querySelectorAll("[data-passkey]")) {
    button.hidden = false;
    button.addEventListener("click", () => tell(false));
  }
}

function tell(failed) {
  for (const notice of document.querySelectorAll("[data-passkey-failed]")) {
    notice.hidden = !failed;
  }
}

document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  tell(true);
});
