"""Searchlight 9.0.0 as it was, before an Elasticsearch: its images, indexed and asked by its own code, but for Keystone.

serve.py ELASTICSEARCH PORT. PUT /bench takes images as a JSON list and answers when they
can be found; all else goes to Searchlight's API. A token is "user project roles".
"""
import collections
import collections.abc
import fnmatch
import json
import socket
import sys

import eventlet

eventlet.patcher.monkey_patch(socket=True, time=True, select=True, thread=True, os=True)

import oslo_utils

# What later Pythons and libraries took away.
sys.modules["oslo_utils.fnmatch"] = oslo_utils.fnmatch = fnmatch
for name in collections.abc.__all__:
    if not hasattr(collections, name):
        setattr(collections, name, getattr(collections.abc, name))

from oslo_config import cfg
from oslo_log import log as logging
import osprofiler.web
from searchlight.api.middleware.context import ContextMiddleware
from searchlight.api.v1.router import API
from searchlight.common import config, utils
from searchlight.elasticsearch.plugins import glance
from searchlight.elasticsearch.plugins import utils as indices

IMAGE = "OS::Glance::Image"

logging.register_options(cfg.CONF)
cfg.CONF.reset()
cfg.CONF([], project="searchlight", default_config_files=[])
config.set_config_defaults()
cfg.CONF.set_override("hosts", [sys.argv[1]], "elasticsearch")
utils.register_plugin_opts()
osprofiler.web.disable()
# Whom an image is shared with is asked of Glance, which is not here.
glance._get_image_members = lambda image: []

plugin = utils.get_search_plugins()[IMAGE].obj
index = indices.create_new_index(plugin.resource_group_name)
plugin.prepare_index(index_name=index)
indices.setup_alias(index, plugin.alias_name_search, plugin.alias_name_listener)


def take_in(images):
    documents = [glance.serialize_glance_image(image) for image in images]
    plugin.index_helper.save_documents(documents, index=index)
    plugin.engine.indices.refresh(index=index)


api = ContextMiddleware(API.factory({}))


def application(environ, start_response):
    if environ["PATH_INFO"] == "/bench":
        take_in(json.loads(environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"]))))
        start_response("204 No Content", [])
        return []
    user, project, roles = environ["HTTP_X_AUTH_TOKEN"].split()
    environ.update(
        HTTP_X_IDENTITY_STATUS="Confirmed", HTTP_X_USER_ID=user, HTTP_X_TENANT_ID=project, HTTP_X_ROLES=roles
    )
    environ["PATH_INFO"] = environ["PATH_INFO"].removeprefix("/v1")
    return api(environ, start_response)


listener = eventlet.listen(("127.0.0.1", int(sys.argv[2])))
# Eventlet writes an answer beyond 16 KB in two parts, and without this the second waits some 40 ms for the client to
# acknowledge the first: Searchlight's own server has that wait, but it is no search.
listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
eventlet.wsgi.server(listener, application, log_output=False)
