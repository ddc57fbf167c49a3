// Hands the saved record over to the form that opened this window, which then closes it. A page
// opened in a tab of its own has no such form: it stays, with what it says.
"use strict"
if (window.opener) {
  const data = document.getElementById("popup-response").dataset.popupResponse
  const { action, value, obj, new_value: changed } = JSON.parse(data)
  if (action === "change") window.opener.dismissChangeRelatedObjectPopup(window, value, obj, changed)
  else if (action === "delete") window.opener.dismissDeleteRelatedObjectPopup(window, value)
  else window.opener.dismissAddRelatedObjectPopup(window, value, obj)
}
