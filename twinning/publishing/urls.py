from django.urls import path

from twinning.publishing.views.preview_link import preview_link

urlpatterns = [path("<str:token>/", preview_link, name="preview_link")]
